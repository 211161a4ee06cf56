import * as fc from 'fast-check';
import { lastValueFrom, toArray } from 'rxjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { anyPoseStream } from '../../tests/any-pose-stream.ts';
import { FakeVideoFrame } from '../../tests/fake-frame.ts';
import { recordedFile, stubVideoFrame } from '../../tests/recorded-file.ts';
import { streamLines } from '../../tests/recorded-frames.ts';
import { Playback } from './playback.ts';
import { poseStreamLines } from './pose-stream-lines.ts';
import { RecordingFile } from './recording-file.ts';
import { createReplayPipeline } from './replay-pipeline.ts';
import { replaySource, type ReplayOptions } from './replay.ts';
import { resmoothedLines } from './resmoothed-lines.ts';

/** The first lines of a recording; made once, for their own frames are fakes too, and stay open. */
const LINES = streamLines(40);
const linesOf = (frames: number) => LINES.slice(0, frames + 1);

beforeEach(() => {
  FakeVideoFrame.open = 0;
  stubVideoFrame();
});
afterEach(async () => {
  vi.useRealTimers();
  await allClosed();
  vi.unstubAllGlobals();
});

async function allClosed(): Promise<void> {
  // A source that was left closes what it holds a moment later.
  await new Promise((resolve) => setImmediate(resolve));
  expect(FakeVideoFrame.open).toBe(0);
}

describe('record, replay, record again', () => {
  test('gives the same lines, bit for bit', async () => {
    await fc.assert(
      fc.asyncProperty(anyPoseStream, async ({ header, frames }) => {
        const recording = await RecordingFile.open(recordedFile([header, ...frames]));
        const again = resmoothedLines(recording, 'as-recorded').pipe(toArray());
        expect(await lastValueFrom(again)).toEqual([header, ...frames]);
      }),
      { numRuns: 25 },
    );
  });

  test('also through the sink that records what the page shows', async () => {
    const lines = linesOf(40);
    const recording = await RecordingFile.open(recordedFile(lines));
    const { header } = recording;
    const source = replaySource(recording, { pace: 'every-frame' });
    const again = createReplayPipeline({ source }).pipe(
      poseStreamLines({
        source,
        estimator: header.estimator,
        smoothing: 'off',
        raw: true,
        createdAt: new Date(header.createdAt),
      }),
      toArray(),
    );
    expect(await lastValueFrom(again)).toEqual(lines);
  });
});

describe('replaySource', () => {
  /** The times of the frames that come, told to `seen` while they are open. */
  async function replay(
    frames: number,
    options: ReplayOptions,
    seen: (times: readonly number[]) => void = () => {},
  ): Promise<number[]> {
    const recording = await RecordingFile.open(recordedFile(linesOf(frames)));
    const times: number[] = [];
    await replaySource(recording, { pace: 'every-frame', ...options }).frames.forEach((frame) => {
      times.push(frame.timeMs);
      seen(times);
      frame[Symbol.dispose]();
    });
    return times;
  }
  const timeOf = (index: number) => Math.round(index * 33.333);

  test('is named as what was recorded', async () => {
    const recording = await RecordingFile.open(recordedFile(linesOf(1)));
    const { kind, name } = replaySource(recording);
    expect({ kind, name }).toEqual({ kind: 'synthetic', name: 'synthetic hands' });
  });

  test('each frame has its recorded index, time, camera and hands', async () => {
    const lines = linesOf(2);
    const recording = await RecordingFile.open(recordedFile(lines));
    const seen: unknown[] = [];
    await replaySource(recording, { pace: 'every-frame' }).frames.forEach((frame) => {
      const { index, timeMs, camera, recorded } = frame;
      seen.push({ index, timeMs, camera, recorded });
      frame[Symbol.dispose]();
    });
    const recorded = JSON.parse(lines[1]!);
    const { camera } = recording.header;
    expect(seen).toHaveLength(2);
    expect(seen[1]).toEqual({ index: 1, timeMs: 33, camera, recorded: JSON.parse(lines[2]!) });
    expect(seen[0]).toEqual({ index: 0, timeMs: 0, camera, recorded });
  });

  test('a seek goes to the frame that stands at that time', async () => {
    const playback = new Playback();
    const times = await replay(20, { playback }, ({ length }) => {
      if (length === 10) playback.seek(70);
    });
    expect(times.slice(8, 12)).toEqual([8, 9, 2, 3].map(timeOf));
    expect(times).toHaveLength(10 + 18);
  });

  test('a step back is a seek to just before', async () => {
    const playback = new Playback();
    const times = await replay(6, { playback }, (times) => {
      if (times.length === 4) playback.seek(times.at(-1)! - 1);
    });
    expect(times).toEqual([0, 1, 2, 3, 2, 3, 4, 5].map(timeOf));
  });

  test('in a loop it begins again', async () => {
    const stop = new Error('seen enough');
    const times: number[] = [];
    const seen = replay(3, { loop: true }, (all) => {
      times.splice(0, times.length, ...all);
      if (all.length === 7) throw stop;
    });
    await expect(seen).rejects.toBe(stop);
    expect(times).toEqual([0, 1, 2, 0, 1, 2, 0].map(timeOf));
  });

  test.each([
    ['one frame alone, over and over, stands as one of a camera', 1, [0, 33, 66, 99]],
    ['in a loop the last frame stands, too', 2, [0, 33, 66, 99]],
  ])('%s', async (_, frames, expected) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const recording = await RecordingFile.open(recordedFile(linesOf(frames)));
    // Read now, it comes without a task of its own.
    await recording.frame(0);
    const shownMs: number[] = [];
    const startMs = performance.now();
    const replaying = replaySource(recording, { loop: true }).frames.subscribe((frame) => {
      shownMs.push(performance.now() - startMs);
      // Where no timer had its turn, this would never end.
      if (shownMs.length > 50) replaying.unsubscribe();
      frame[Symbol.dispose]();
    });
    await vi.advanceTimersByTimeAsync(110);
    replaying.unsubscribe();
    expect(shownMs).toEqual(expected);
  });
});
