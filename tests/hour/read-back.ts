/**
 * An hour of both hands at 30 frames a second, written by the pose stream's writer into the file that
 * is named and read back by its reader. Prints, as JSON, the frames that came back and how much the
 * JavaScript of this process held at most above what it held before: what the collector leaves of
 * the heap (run with --expose-gc) and of array buffers.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HandPose, PoseFrame } from '../../src/hands/pose-frame.ts';
import type { Vec2, Vec3 } from '../../src/hands/vectors.ts';
import { frameLine } from '../../src/recording/pose-stream-writer.ts';
import { readPoseStream } from '../../src/recording/read-pose-stream.ts';
import { headerOf } from '../any-pose-stream.ts';

const FRAMES = 108_000;
/** Frames between two looks at the memory. */
const LOOK_EVERY = 2000;

const path = process.argv[2]!;
const collect = globalThis.gc!;
const before = held();
let peak = 0;

await pipeline(Readable.from(lines()), createWriteStream(path));
const { frames, truncated } = await readPoseStream(createReadStream(path));
let read = 0;
let changed = 0;
for await (const frame of frames) {
  look(read);
  if (frame.index !== read || frame.hands.left?.joints2d[0]?.[0] !== waveAt(read, 0)) changed += 1;
  read += 1;
}
look(0);
process.stdout.write(JSON.stringify({ read, changed, truncated, growth: peak - before }));

function* lines(): Generator<string> {
  yield `${headerOf('an hour')}\n`;
  for (let index = 0; index < FRAMES; index++) {
    look(index);
    yield `${frameLine(frameAt(index), { raw: false })}\n`;
  }
}

function frameAt(index: number): PoseFrame {
  const hand = handAt(index);
  const time = (index * 1000) / 30;
  const relativeDepth = { mm: 0, from: 'hand-size' } as const;
  return { index, time, hands: { right: hand, left: hand }, relativeDepth };
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

function look(frame: number): void {
  if (frame % LOOK_EVERY === 0) peak = Math.max(peak, held());
}

function held(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
