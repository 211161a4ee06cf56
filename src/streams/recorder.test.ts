import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { FakeSyncFile } from '../../tests/fake-sync-file.ts';
import { CAMERA, HEADER_LINE, liveFrame, streamLines } from '../../tests/recorded-frames.ts';
import { RecordingLines } from '../workers/recording-lines.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';
import { Recorder, type RecorderOptions } from './recorder.ts';

const MAKING = { estimator: 'landmarker wasm', smoothing: false };

/** A recorder on a file in memory; frames come 30 a second, by its clock. */
function record(file = new FakeSyncFile(), change: Partial<RecorderOptions> = {}) {
  const recording = new RecordingLines(file);
  const onEnd = vi.fn<() => void>();
  const batches: number[] = [];
  const clock = { ms: 0, now: () => clock.ms };
  const recorder = new Recorder({
    lines: {
      source: { kind: 'synthetic', name: 'synthetic hands' },
      estimator: { id: 'landmarker', sha256: null, backend: 'wasm' },
      smoothing: 'off',
      raw: false,
      createdAt: new Date('2026-01-31T12:00:00.000Z'),
    },
    making: MAKING,
    append: async (lines) => {
      batches.push(lines.length);
      return recording.append(lines);
    },
    onEnd,
    clock,
    ...change,
  });
  const take = async (live: LivePoseFrame, making = MAKING) => {
    clock.ms = live.time;
    recorder.take(live, making);
    // The disk is quicker than the next frame.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { recorder, take, onEnd, batches, file };
}

const text = ({ flushed }: FakeSyncFile) => new TextDecoder().decode(flushed);
const firstFrames = (count: number) =>
  streamLines(count)
    .map((line) => `${line}\n`)
    .join('');

describe('Recorder', () => {
  test('writes a header and a line a frame, a few times a second', async () => {
    const { recorder, take, onEnd, batches, file } = record();
    for (let index = 0; index < 30; index++) await take(liveFrame({ index }));
    // The first at once, then four a second.
    expect(batches.length).toBe(4);
    const { frames } = recorder.progress;
    expect(text(file)).toBe(firstFrames(frames));
    expect(frames).toBeGreaterThan(20);
    const done = await recorder.finish();
    expect(text(file)).toBe(firstFrames(30));
    expect(done).toEqual({
      frames: 30,
      durationMs: 967,
      bytes: file.flushed.length,
      dropped: 0,
      end: null,
    });
    expect(onEnd).not.toHaveBeenCalled();
  });

  test('flush sends at once what waits: the page may be gone soon', async () => {
    const { recorder, take, file } = record();
    for (let index = 0; index < 5; index++) await take(liveFrame({ index }));
    expect(text(file)).toBe(firstFrames(1));
    recorder.flush();
    expect(text(file)).toBe(firstFrames(5));
  });

  test('counts as dropped what the source left out and what the pipeline gave up', async () => {
    const { recorder, take } = record();
    await take(liveFrame({ index: 7, skipped: 99 }));
    await take(liveFrame({ index: 8, skipped: 2 }));
    await take(liveFrame({ index: 12 }));
    expect((await recorder.finish()).dropped).toBe(2 + 3);
  });

  test.each([
    ['time', liveFrame({ index: 5, time: 10 }), MAKING],
    ['time', liveFrame({ index: 2, time: 500 }), MAKING],
    ['camera', liveFrame({ index: 5, camera: { ...CAMERA, fx: 700 } }), MAKING],
    ['estimator', liveFrame({ index: 5 }), { ...MAKING, estimator: 'auto wasm' }],
    ['smoothing', liveFrame({ index: 5 }), { ...MAKING, smoothing: true }],
  ] as const)('a frame that its header does not describe ends it: %s', async (by, live, making) => {
    const { recorder, take, onEnd, file } = record();
    for (let index = 0; index < 5; index++) await take(liveFrame({ index }));
    await take(live, making);
    await take(liveFrame({ index: 6 }));
    expect(onEnd).toHaveBeenCalledOnce();
    expect(await recorder.finish()).toMatchObject({ frames: 5, end: { type: 'broken', by } });
    expect(text(file)).toBe(firstFrames(5));
  });

  test('one whose estimator changed before its first frame has none', async () => {
    const { recorder, take, file } = record();
    await take(liveFrame({ index: 0 }), { ...MAKING, estimator: 'auto wasm' });
    expect(await recorder.finish()).toEqual({
      frames: 0,
      durationMs: 0,
      bytes: 0,
      dropped: 0,
      end: { type: 'broken', by: 'estimator' },
    });
    expect(file.bytes.length).toBe(0);
  });

  test('property: wherever the disk is full, what stays is whole frames, and it says how many', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(firstFrames(20).length), fc.boolean(), async (roomBytes, short) => {
        const full = new FakeSyncFile(roomBytes, short ? 'short' : 'nonsense');
        const { recorder, take, onEnd, file } = record(full);
        for (let index = 0; index < 20; index++) await take(liveFrame({ index }));
        const { frames, bytes, durationMs, end } = await recorder.finish();
        const problem = { type: 'storage-full' };
        expect(end).toEqual(frames === 20 ? null : { type: 'storage', problem });
        expect(onEnd).toHaveBeenCalledTimes(frames === 20 ? 0 : 1);
        expect(text(file)).toBe(frames > 0 ? firstFrames(frames) : '');
        expect(bytes).toBe(file.flushed.length);
        expect(durationMs).toBe(frames > 0 ? liveFrame({ index: frames - 1 }).time : 0);
      }),
      { numRuns: 20 },
    ));

  test('a disk that stands still costs frames, not memory', async () => {
    const append = vi.fn<RecorderOptions['append']>(() => new Promise(() => {}));
    const { recorder, take } = record(new FakeSyncFile(), { append });
    for (let index = 0; index < 500; index++) await take(liveFrame({ index }));
    expect(append).toHaveBeenCalledOnce();
    // One is on its way, 300 wait.
    expect(recorder.progress.dropped).toBe(500 - 301);
  });

  test('a writer that died ends it', async () => {
    const error = new Error('crashed: out of memory');
    const { recorder, take, onEnd } = record(new FakeSyncFile(), {
      append: () => Promise.reject(error),
    });
    await take(liveFrame({ index: 0 }));
    expect(onEnd).toHaveBeenCalledOnce();
    expect(await recorder.finish()).toMatchObject({ frames: 0, end: { type: 'failed', error } });
  });

  test('a frame that no stream may hold ends it, and is not there', async () => {
    const { recorder, take, file } = record();
    await take(liveFrame({ index: 0 }));
    await take({ ...liveFrame({ index: 1 }), time: Number.POSITIVE_INFINITY });
    const { end } = await recorder.finish();
    expect(end).toMatchObject({ type: 'failed', error: expect.any(RangeError) });
    expect(text(file)).toBe(firstFrames(1));
  });

  test('its lines are those of every pose stream', () => {
    expect(firstFrames(1).startsWith(`${HEADER_LINE}\n`)).toBe(true);
  });
});
