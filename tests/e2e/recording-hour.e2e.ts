import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openAsBlob,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import type { HandPose } from '../../src/hands/pose-frame.ts';
import { Recorder } from '../../src/streams/recorder.ts';
import { RecordingFile } from '../../src/workers/recording-file.ts';
import { readRecordingFacts } from '../../src/workers/recording-reading.ts';
import { liveFrame } from '../recorded-frames.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-hour-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An hour at 30 Hz. */
const FRAMES = 108_000;
const MOST_GROWTH_BYTES = 64e6;

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held, in the heap and beside it. */
function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** A file of this machine as a worker would hold it; the machine need not survive a power cut here. */
function openFile(path: string): FileSystemSyncAccessHandle {
  const file = openSync(path, 'w');
  return {
    write: (bytes, { at }) => writeSync(file, bytes, 0, bytes.length, at),
    truncate: (size) => ftruncateSync(file, size),
    getSize: () => fstatSync(file).size,
    flush: () => {},
    close: () => closeSync(file),
  };
}

/** A hand with as many digits as real ones have. */
function handAt(index: number): HandPose {
  const near = (joint: number, about: number) => about + 50 * Math.sin(index / 20 + joint * 1.7);
  return {
    score: 0.9876,
    joints2d: Array.from({ length: 21 }, (_, j) => [near(j, 320), near(j + 5, 240)] as const),
    joints3d: Array.from(
      { length: 21 },
      (_, j) => [near(j, 0), near(j + 5, 0), near(j + 9, 600)] as const,
    ),
    rootDepth: { mm: 600.412, from: 'hand-size' },
  };
}

test('an hour at 30 frames a second, written and read back, in constant memory', async () => {
  const path = join(folder, 'hour.ndjson');
  using recording = new RecordingFile(openFile(path));
  let nowMs = 0;
  const recorder = new Recorder({
    lines: {
      source: { kind: 'synthetic', name: 'synthetic hands' },
      estimator: { id: 'landmarker', sha256: null, backend: 'wasm' },
      smoothing: 'off',
      raw: false,
      createdAt: new Date(),
    },
    making: { estimator: '', smoothing: false },
    append: async (lines) => recording.append(lines),
    onEnd: () => {},
    clock: { now: () => nowMs },
  });
  let before = 0;
  let growth = 0;
  for (let index = 0; index < FRAMES; index++) {
    const live = liveFrame({ index });
    using frame = live.frame;
    nowMs = frame.timeMs;
    const hands = { right: handAt(index), left: handAt(index + 3) };
    recorder.take({ ...live, hands }, { estimator: '', smoothing: false });
    // As between frames of a camera: answers arrive.
    if (index % 8 === 0) await new Promise(setImmediate);
    if (index === 1000) before = heldBytes();
    if (index > 1000 && index % 5000 === 0) growth = Math.max(growth, heldBytes() - before);
  }
  const written = await recorder.finish();
  expect(written).toMatchObject({ frames: FRAMES, dropped: 0, end: null });
  const facts = await readRecordingFacts(await openAsBlob(path));
  expect(facts).toMatchObject({ frames: FRAMES, bytes: written.bytes });
  growth = Math.max(growth, heldBytes() - before);
  const size = `${(written.bytes / 1e6).toFixed(0)} MB`;
  console.info(`an hour: ${size}, ${(growth / 1e6).toFixed(1)} MB of growth`);
  expect(growth).toBeLessThan(MOST_GROWTH_BYTES);
});
