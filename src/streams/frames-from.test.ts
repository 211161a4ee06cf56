import { lastValueFrom, take, toArray } from 'rxjs';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeVideoFrame, fakeImage } from '../../tests/fake-frame.ts';
import type { Frame, FrameContent } from './frame.ts';
import { framesFrom } from './frames-from.ts';

async function* count(until: number, onEnd = () => {}): AsyncGenerator<FrameContent> {
  try {
    for (let index = 0; index < until; index++) {
      yield { image: fakeImage(), index, timeMs: index };
    }
  } finally {
    onEnd();
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('framesFrom', () => {
  beforeEach(() => {
    FakeVideoFrame.open = 0;
  });

  test('makes the next Frame only after the last was disposed', async () => {
    const frames: Frame[] = [];
    const subscription = framesFrom(() => count(3)).subscribe((frame) => frames.push(frame));
    await settle();
    expect(frames).toHaveLength(1);
    frames[0]![Symbol.dispose]();
    await settle();
    expect(frames.map(({ index }) => index)).toEqual([0, 1]);
    subscription.unsubscribe();
  });

  test('completes after the last Frame was disposed', async () => {
    const source = framesFrom(() => count(3));
    const indices: number[] = [];
    await new Promise<void>((resolve, reject) => {
      source.subscribe({
        next: (frame) => {
          using held = frame;
          indices.push(held.index);
        },
        complete: resolve,
        error: reject,
      });
    });
    expect(indices).toEqual([0, 1, 2]);
    expect(FakeVideoFrame.open).toBe(0);
  });

  test('unsubscribing disposes the open Frame and runs the source to its finally', async () => {
    let ended = false;
    const source = framesFrom(() => count(3, () => (ended = true)));
    const [frame] = await lastValueFrom(source.pipe(take(1), toArray()));
    await settle();
    expect(FakeVideoFrame.open).toBe(0);
    expect((frame!.image as unknown as FakeVideoFrame).closed).toBe(true);
    expect(ended).toBe(true);
  });

  test('a picture that arrives after the unsubscription is closed', async () => {
    const late = framesFrom(async function* () {
      await settle();
      yield { image: fakeImage(), index: 0, timeMs: 0 };
    });
    const seen: Frame[] = [];
    late.subscribe((frame) => seen.push(frame)).unsubscribe();
    await settle();
    await settle();
    expect(seen).toEqual([]);
    expect(FakeVideoFrame.open).toBe(0);
  });

  test('errors with what the source throws', async () => {
    const broken = framesFrom(async function* () {
      yield* count(1);
      throw new Error('broken in the middle');
    });
    const errors: unknown[] = [];
    broken.subscribe({ next: (frame) => frame[Symbol.dispose](), error: (e) => errors.push(e) });
    await settle();
    expect(errors).toEqual([new Error('broken in the middle')]);
  });
});
