import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rawFramesSource, type RawFramesOptions } from './raw-frames.ts';
import { SourceFailure } from './source-failure.ts';

const [WIDTH, HEIGHT, OFFSET] = [2, 1, 3];

/** Keeps what it was made of. */
class FakeFrame {
  readonly data: Uint8Array;
  readonly timestamp: number;

  constructor(data: Uint8Array, { timestamp }: { timestamp: number }) {
    this.data = data;
    this.timestamp = timestamp;
  }

  close(): void {}
}

beforeEach(() => void vi.stubGlobal('VideoFrame', FakeFrame));
afterEach(() => void vi.unstubAllGlobals());

const file = (frames: number) =>
  new File([Uint8Array.from({ length: OFFSET + 6 * frames }, (_, i) => i)], 'raw');

async function read(frames: number, options: Partial<RawFramesOptions> = {}) {
  const seen: { pixels: number[]; timeMs: number; index: number; timestamp: number }[] = [];
  const size = { width: WIDTH, height: HEIGHT, offset: OFFSET, frameCount: 2, frameRate: 25 };
  await rawFramesSource(file(frames), { ...size, ...options }).frames.forEach((frame) => {
    const { data, timestamp } = frame.image as unknown as FakeFrame;
    seen.push({ pixels: [...data], timeMs: frame.timeMs, index: frame.index, timestamp });
    frame[Symbol.dispose]();
  });
  return seen;
}

describe('rawFramesSource', () => {
  test('every frame in order, at its time, from the offset on', async () => {
    expect(await read(2)).toEqual([
      { pixels: [3, 4, 5, 255, 6, 7, 8, 255], timeMs: 0, index: 0, timestamp: 0 },
      { pixels: [9, 10, 11, 255, 12, 13, 14, 255], timeMs: 40, index: 1, timestamp: 40_000 },
    ]);
  });

  test('a file that ends early says after how many frames', async () => {
    const failure: unknown = await read(1).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SourceFailure);
    expect((failure as SourceFailure).problem).toMatchObject({
      type: 'clip-broken',
      framesRead: 1,
      reason: 'it ends before frame 2 of 2',
    });
  });
});
