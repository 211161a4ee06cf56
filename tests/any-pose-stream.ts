import * as fc from 'fast-check';
import { JOINT_COUNT } from '../src/hands/joints.ts';
import type { HandPose, PoseFrame } from '../src/hands/pose-frame.ts';
import type { Vec2, Vec3 } from '../src/hands/vectors.ts';
import { frameLine, headerLine } from '../src/recording/pose-stream-writer.ts';

/** A pose stream as its writer gives it, without line feeds. */
export interface WrittenStream {
  readonly header: string;
  readonly frames: readonly string[];
}

const number = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const probability = fc.double({ min: 0, max: 1, noNaN: true });
const depth = fc.record({ mm: number, from: fc.constantFrom('internet', 'hand-size') });
const listOf = <T>(item: fc.Arbitrary<T>) =>
  fc.array(item, { minLength: JOINT_COUNT, maxLength: JOINT_COUNT });
const handJoints = {
  joints2d: listOf<Vec2>(fc.tuple(number, number)),
  joints3d: listOf<Vec3>(fc.tuple(number, number, number)),
};
const handPose: fc.Arbitrary<HandPose> = fc.record(
  {
    score: probability,
    ...handJoints,
    rootDepth: depth,
    jointScores: listOf(probability),
    raw: fc.record(handJoints),
  },
  { requiredKeys: ['score', 'joints2d', 'joints3d', 'rootDepth'] },
);
/** A frame, and how far it is behind the one before. */
const step = fc.record({
  indexes: fc.integer({ min: 1, max: 1000 }),
  ms: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
  right: fc.option(handPose),
  left: fc.option(handPose),
  relativeDepth: fc.option(depth),
});

/** Whatever the writer writes of frames whose indexes and times rise. */
export const anyPoseStream: fc.Arbitrary<WrittenStream> = fc
  .record({
    // Names are the only text that is anybody's: any characters, of up to four bytes each.
    name: fc.string({ unit: 'binary' }),
    steps: fc.array(step, { minLength: 1, maxLength: 4 }),
    raw: fc.boolean(),
  })
  .map(({ name, steps, raw }) => {
    let [index, time] = [-1, 0];
    const frames = steps.map(({ indexes, ms, right, left, relativeDepth }): PoseFrame => {
      index += indexes;
      time += ms + 0.001; // a microsecond is the writer's rounding
      const both = right && left ? relativeDepth : null;
      return { index, time, hands: { right, left }, relativeDepth: both };
    });
    return { header: headerOf(name), frames: frames.map((frame) => frameLine(frame, { raw })) };
  });

/** A header as the writer gives it. */
export function headerOf(name: string): string {
  return headerLine({
    createdAt: '2026-01-31T12:00:00.000Z',
    source: { kind: 'clip', width: 640, height: 480, name },
    camera: { fx: 640, fy: 640, cx: 320, cy: 240, from: 'default' },
    estimator: { id: 'landmarker', sha256: null, backend: 'wasm' },
    smoothing: {
      joints2d: { minCutoffHz: 1, beta: 0.01, derivativeCutoffHz: 1 },
      joints3d: null,
      rootDepth: null,
    },
  });
}

/** The `.json` export of a stream; `space` as for JSON.stringify. */
export function jsonExport({ header, frames }: WrittenStream, space?: number): string {
  const whole = { ...JSON.parse(header), frames: frames.map((frame) => JSON.parse(frame)) };
  return JSON.stringify(whole, null, space);
}
