import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeVideoFrame } from '../../tests/fake-frame.ts';
import { ReplayVideo } from './replay-video.ts';

/** A clip whose clock begins at 5 s, with a picture every 40 ms for 10 s; WebM's whole milliseconds. */
const [FIRST_MS, STEP_MS, SAMPLES] = [5000, 40, 250];
let opened = 0;

class FakeSample {
  static open = 0;
  readonly timestamp: number;

  constructor(at: number) {
    this.timestamp = (FIRST_MS + at * STEP_MS) / 1000;
    FakeSample.open += 1;
  }

  close(): void {
    FakeSample.open -= 1;
  }
}

vi.mock('./clip-file.ts', () => ({
  openClip: async () => ({
    name: 'walk.webm',
    firstMs: FIRST_MS,
    async *samples(startS: number) {
      opened += 1;
      const from = Math.max(0, Math.floor((startS * 1000 - FIRST_MS) / STEP_MS));
      for (let at = from; at < SAMPLES; at++) yield new FakeSample(at);
    },
    [Symbol.dispose]: () => {},
  }),
  uprightVideoFrame: ({ timestamp }: FakeSample) => new FakeVideoFrame(timestamp),
}));

beforeEach(() => {
  opened = FakeSample.open = 0;
});

/** The times of the pictures that stand at these times, ms since the first one. */
async function picturesAt(...timesMs: readonly number[]): Promise<number[]> {
  const shown: number[] = [];
  {
    using video = await ReplayVideo.open(new File([], 'walk.webm'));
    for (const timeMs of timesMs) {
      const picture = await video.pictureAt(timeMs);
      shown.push(Math.round(picture!.timestamp * 1000 - FIRST_MS));
      picture!.close();
      expect(FakeSample.open).toBeLessThanOrEqual(2);
    }
  }
  expect(FakeSample.open).toBe(0);
  return shown;
}

describe('ReplayVideo', () => {
  test('the picture that stands at each time, decoded once', async () => {
    expect(await picturesAt(0, 38, 40, 41, 118, 120)).toEqual([0, 0, 40, 40, 80, 120]);
    expect(opened).toBe(1);
  });

  test('a time that was rounded down still finds its picture', async () => {
    expect(await picturesAt(0, 79.6)).toEqual([0, 80]);
  });

  test('back, and far on, it starts anew', async () => {
    expect(await picturesAt(400, 40, 80, 8000, 8040)).toEqual([400, 40, 80, 8000, 8040]);
    expect(opened).toBe(3);
  });

  test('behind its end the last picture stays, without decoding it again', async () => {
    expect(await picturesAt(9960, 12_000, 20_000, 30_000)).toEqual([9960, 9960, 9960, 9960]);
    expect(opened).toBe(1);
  });
});
