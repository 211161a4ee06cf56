import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HAND_SIDES } from '../hands/hand-side.ts';
import { JOINT_COUNT } from '../hands/joints.ts';
import type { HandJoints, HandPose, PoseFrame } from '../hands/pose-frame.ts';
import type { Vec2, Vec3 } from '../hands/vectors.ts';
import schema from './pose-stream.schema.json' with { type: 'json' };
import { frameLine, headerLine } from './pose-stream-writer.ts';
import type { PoseStreamDetails, PoseStreamFrame, PoseStreamHeader } from './pose-stream.ts';

const validate = new Ajv({ strict: true, strictRequired: false, strictTypes: false }).compile(
  schema,
);

function expectValid(line: string): void {
  expect(line).not.toContain('\n');
  validate(JSON.parse(line));
  expect(validate.errors).toBeNull();
}

const number = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const listOf = <T>(item: fc.Arbitrary<T>) =>
  fc.array(item, { minLength: JOINT_COUNT, maxLength: JOINT_COUNT });
const handJoints = {
  joints2d: listOf<Vec2>(fc.tuple(number, number)),
  joints3d: listOf<Vec3>(fc.tuple(number, number, number)),
};
const depth = fc.record({
  mm: number,
  from: fc.constantFrom('internet' as const, 'hand-size' as const),
});
const probability = fc.double({ min: 0, max: 1, noNaN: true });
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
const poseFrame: fc.Arbitrary<PoseFrame> = fc
  .record({
    index: fc.nat(),
    time: fc.double({ min: 0, max: 1e8, noNaN: true }),
    right: fc.option(handPose),
    left: fc.option(handPose),
    relativeDepth: fc.option(depth),
  })
  .map(({ index, time, right, left, relativeDepth }) => ({
    index,
    time,
    hands: { right, left },
    relativeDepth: right && left ? relativeDepth : null,
  }));

const details: PoseStreamDetails = {
  createdAt: '2026-01-31T12:00:00.000Z',
  source: { kind: 'clip', width: 640, height: 480, name: 'hands.mp4' },
  camera: { fx: 640, fy: 640, cx: 320, cy: 240, from: 'default' },
  estimator: { id: 'landmarker', sha256: 'a5'.repeat(32), backend: 'wasm' },
  smoothing: {
    joints2d: { minCutoffHz: 1, beta: 0.01, derivativeCutoffHz: 1 },
    joints3d: null,
    rootDepth: null,
  },
};

const hand: HandPose = {
  score: 0.987654,
  joints2d: Array.from({ length: 21 }, (_, i): Vec2 => [i + 0.12345, 1 / 3]),
  joints3d: Array.from({ length: 21 }, (_, i): Vec3 => [i, -0.0001, 500.0005]),
  rootDepth: { mm: 500.12345, from: 'hand-size' },
};
const frame: PoseFrame = {
  index: 3,
  time: 100.0001,
  hands: { right: hand, left: null },
  relativeDepth: null,
};
function coordinates(joints: HandJoints | null | undefined): number[] {
  return joints ? [...joints.joints2d, ...joints.joints3d].flat() : [];
}

function readHeader(line: string): PoseStreamHeader {
  const header: PoseStreamHeader = JSON.parse(line);
  return header;
}
function readFrame(line: string): PoseStreamFrame {
  const frame: PoseStreamFrame = JSON.parse(line);
  return frame;
}

describe('headerLine', () => {
  it('is valid, and says the joints, units and what it was given', () => {
    const line = headerLine(details);
    expectValid(line);
    expect(readHeader(line)).toMatchObject({ type: 'header', format: 'handstream', version: 1 });
    expect(readHeader(line)).toMatchObject(details);
    expect(readHeader(line).units).toEqual({ joints2d: 'px', joints3d: 'mm', time: 'ms' });
    expect(readHeader(line).joints).toHaveLength(21);
  });

  it('leaves a name out that was not given, and a hash that could not be taken null', () => {
    const line = headerLine({
      ...details,
      source: { kind: 'camera', width: 1, height: 1 },
      estimator: { ...details.estimator, sha256: null },
    });
    expectValid(line);
    expect(readHeader(line).source).toEqual({ kind: 'camera', width: 1, height: 1 });
  });

  it('writes nothing that the format does not name', () => {
    const more = { ...details, source: { ...details.source, path: '/home/me' }, user: 'me' };
    expect(headerLine(more)).toBe(headerLine(details));
  });

  it('throws for a camera without a focal length', () => {
    const camera = { ...details.camera, fx: Number.NaN };
    expect(() => headerLine({ ...details, camera })).toThrow('camera.fx');
  });
});

describe('frameLine', () => {
  it('writes valid lines of any frame, within half a thousandth, and leaves the frame alone', () => {
    fc.assert(
      fc.property(poseFrame, fc.boolean(), (frame, raw) => {
        const before = structuredClone(frame);
        const line = frameLine(frame, { raw });
        expectValid(line);
        expect(frame).toEqual(before);
        const read = readFrame(line);
        expect(read.index).toBe(frame.index);
        expect(Math.abs(read.time - frame.time)).toBeLessThanOrEqual(0.000501);
        for (const side of HAND_SIDES) {
          const [written, given] = [read.hands[side], frame.hands[side]];
          expect(written === null).toBe(given === null);
          expect(written?.raw !== undefined).toBe(raw && given?.raw !== undefined);
          const numbers = [...coordinates(given), ...(raw ? coordinates(given?.raw) : [])];
          const back = [...coordinates(written), ...coordinates(written?.raw)];
          expect(back).toHaveLength(numbers.length);
          expect(back.every((value, i) => Math.abs(value - numbers[i]!) <= 0.000501)).toBe(true);
        }
      }),
    );
  });

  it('rounds px, mm and ms to 3 decimals and scores to 4', () => {
    const read = readFrame(frameLine(frame, { raw: false }));
    expect(read.time).toBe(100);
    expect(read.hands.right).toMatchObject({ score: 0.9877, rootDepth: { mm: 500.123 } });
    expect(read.hands.right!.joints2d[2]).toEqual([2.123, 0.333]);
    expect(read.hands.right!.joints3d[2]).toEqual([2, 0, 500.001]);
  });

  it('writes an absent hand as null', () => {
    expect(frameLine(frame, { raw: false })).toContain('"left":null},"relativeDepth":null}');
  });

  it('writes nothing else that a frame carries', () => {
    const live = { ...frame, timings: { detect: 3 }, detections: [] };
    expect(frameLine(live, { raw: true })).toBe(frameLine(frame, { raw: true }));
  });

  it('writes joint scores where the estimator knows them', () => {
    const known = { ...frame, hands: { ...frame.hands, right: { ...hand, jointScores: unsure } } };
    const read = readFrame(frameLine(known, { raw: false }));
    expect(read.hands.right!.jointScores).toEqual(unsure.map(() => 0.1235));
    expect(readFrame(frameLine(frame, { raw: false })).hands.right).not.toHaveProperty(
      'jointScores',
    );
  });

  const unsure = Array.from({ length: 21 }, () => 0.12345);
  const broken: [string, PoseFrame][] = [
    ['index', { ...frame, index: 1.5 }],
    ['index', { ...frame, index: -1 }],
    ['time', { ...frame, time: Number.NaN }],
    ['time', { ...frame, time: -1 }],
    ['relativeDepth', { ...frame, relativeDepth: { mm: 3, from: 'internet' } }],
    ...(
      [
        ['hands.right.score', { ...hand, score: 1.1 }],
        ['hands.right.score', { ...hand, score: Number.NaN }],
        ['hands.right.jointScores', { ...hand, jointScores: [0.5] }],
        ['hands.right.jointScores[1]', { ...hand, jointScores: unsure.with(1, -0.1) }],
        ['hands.right.rootDepth.mm', { ...hand, rootDepth: { mm: Infinity, from: 'internet' } }],
        ['hands.right.joints2d', { ...hand, joints2d: hand.joints2d.slice(1) }],
        ['hands.right.joints3d[4]', { ...hand, joints3d: hand.joints3d.with(4, [0, NaN, 0]) }],
        ['hands.right.joints3d[4]', { ...hand, joints3d: hand.joints3d.with(4, [0, 1e306, 0]) }],
        [
          'hands.right.raw.joints2d[0]',
          { ...hand, raw: { ...hand, joints2d: hand.joints2d.with(0, [NaN, 0]) } },
        ],
      ] satisfies [string, HandPose][]
    ).map(([path, right]): [string, PoseFrame] => [
      path,
      { ...frame, hands: { right, left: null } },
    ]),
  ];
  it.each(broken)('throws for a wrong %s', (path, frame) => {
    expect(() => frameLine(frame, { raw: true })).toThrow(RangeError);
    expect(() => frameLine(frame, { raw: true })).toThrow(path);
  });
});

describe('the schema refuses', () => {
  const header = readHeader(headerLine(details));
  const line = readFrame(frameLine(frame, { raw: false }));
  const right = line.hands.right;
  const withRight = (changes: object) => ({
    ...line,
    hands: { right: { ...right, ...changes }, left: null },
  });

  it.each<[string, unknown]>([
    ['an unknown header field', { ...header, author: 'me' }],
    ['a header of another version', { ...header, version: 2 }],
    ['another format', { ...header, format: 'mocap' }],
    ['a header without a camera', { ...header, camera: undefined }],
    ['another joint order', { ...header, joints: [...header.joints].reverse() }],
    ['other units', { ...header, units: { joints2d: 'px', joints3d: 'm', time: 'ms' } }],
    ['a local time', { ...header, createdAt: '2026-01-31T12:00:00' }],
    ['an unknown source field', { ...header, source: { ...header.source, path: '/' } }],
    ['a hash that is none', { ...header, estimator: { ...header.estimator, sha256: 'abc' } }],
    ['an omitted hand', { ...line, hands: { right } }],
    ['an unknown frame field', { ...line, timings: {} }],
    ['a relative depth of one hand', { ...line, relativeDepth: { mm: 1, from: 'internet' } }],
    ['an unknown depth origin', withRight({ rootDepth: { mm: 1, from: 'guess' } })],
    ['20 joints', withRight({ joints2d: hand.joints2d.slice(1) })],
    ['a flat joint', withRight({ joints3d: [...hand.joints3d.slice(1), [1, 2]] })],
    ['a null coordinate', withRight({ joints2d: [...hand.joints2d.slice(1), [1, null]] })],
    ['a score above 1', withRight({ score: 1.5 })],
    ['20 joint scores', withRight({ jointScores: Array.from({ length: 20 }, () => 1) })],
    ['raw joints without 3D', withRight({ raw: { joints2d: hand.joints2d } })],
    ['a line of no known type', { ...line, type: 'note' }],
    ['a line without a type', { ...line, type: undefined }],
    ['a number', 3],
  ])('%s', (_, value) => {
    expect(validate(JSON.parse(JSON.stringify(value)))).toBe(false);
  });

  it('though it takes the lines those were made from', () => {
    expect(validate(header)).toBe(true);
    expect(validate(withRight({}))).toBe(true);
  });
});
