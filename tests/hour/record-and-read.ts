/**
 * An hour of both hands at 30 frames a second: recorded into the file that is named as the page
 * records, looked through as after a crash, and read frame by frame as a replay does. Prints, as
 * JSON, what came of it and how much the JavaScript of this process held at most above what it held
 * before, looked at all along: what the collector leaves of the heap (run with --expose-gc) and of
 * array buffers.
 */
import {
  closeSync,
  createReadStream,
  fstatSync,
  ftruncateSync,
  openAsBlob,
  openSync,
  writeSync,
} from 'node:fs';
import type { HandPose } from '../../src/hands/pose-frame.ts';
import type { Vec2, Vec3 } from '../../src/hands/vectors.ts';
import { readPoseStream } from '../../src/recording/read-pose-stream.ts';
import { Recorder, type Recorded } from '../../src/streams/recorder.ts';
import { RecordingLines } from '../../src/workers/recording-lines.ts';
import { readRecordingFacts } from '../../src/workers/recording-reading.ts';
import { liveFrame } from '../recorded-frames.ts';

const FRAMES = 108_000;
/** Frames, or ms, between two looks at the memory. */
const LOOK_EVERY = { frames: 2000, ms: 500 };
const MAKING = { estimator: '', smoothing: false };

const path = process.argv[2]!;
const collect = globalThis.gc!;
const before = held();
let peak = before;
let looks = 0;

const recorded = await record();
const looking = setInterval(look, LOOK_EVERY.ms);
const facts = await readRecordingFacts(await openAsBlob(path));
clearInterval(looking);
const replayed = await replay();
look();
process.stdout.write(JSON.stringify({ recorded, facts, replayed, looks, growth: peak - before }));

async function record(): Promise<Recorded> {
  using file = new RecordingLines(openFile());
  let nowMs = 0;
  const recorder = new Recorder({
    lines: {
      source: { kind: 'synthetic', name: 'synthetic hands' },
      estimator: { id: 'landmarker', sha256: null, backend: 'wasm' },
      smoothing: 'off',
      raw: false,
      createdAt: new Date(),
    },
    making: MAKING,
    append: async (lines) => file.append(lines),
    onEnd: () => {},
    clock: { now: () => nowMs },
  });
  for (let index = 0; index < FRAMES; index++) {
    if (index % LOOK_EVERY.frames === 0) look();
    const live = liveFrame({ index });
    using frame = live.frame;
    nowMs = frame.timeMs;
    const hand = handAt(index);
    recorder.take({ ...live, hands: { right: hand, left: hand } }, MAKING);
    // As between frames of a camera: answers arrive.
    if (index % 8 === 0) await new Promise(setImmediate);
  }
  return recorder.finish();
}

async function replay() {
  const { frames, truncated } = await readPoseStream(createReadStream(path));
  let read = 0;
  let changed = 0;
  for await (const { index, hands } of frames) {
    if (read % LOOK_EVERY.frames === 0) look();
    if (index !== read || hands.left?.joints2d[0]?.[0] !== waveAt(read, 0)) changed += 1;
    read += 1;
  }
  return { read, changed, truncated };
}

/** A file of this machine as a worker would hold it; the machine need not survive a power cut here. */
function openFile(): FileSystemSyncAccessHandle {
  const file = openSync(path, 'w');
  return {
    write: (bytes, { at }) => writeSync(file, bytes, 0, bytes.length, at),
    truncate: (size) => ftruncateSync(file, size),
    getSize: () => fstatSync(file).size,
    flush: () => {},
    close: () => closeSync(file),
  };
}

function handAt(index: number): HandPose {
  const joints = Array.from({ length: 21 }, (_, joint) => waveAt(index, joint));
  return {
    score: 0.95,
    joints2d: joints.map((x): Vec2 => [x, 480 - x]),
    joints3d: joints.map((x): Vec3 => [x - 320, 160 - x, 600 + x]),
    rootDepth: { mm: 600 + joints[0]!, from: 'hand-size' },
  };
}

/** A joint's way through the picture, px with three decimals. */
function waveAt(index: number, joint: number): number {
  return Math.round(1000 * (320 + 200 * Math.sin(index / 40 + joint))) / 1000;
}

function look(): void {
  peak = Math.max(peak, held());
  looks += 1;
}

function held(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
