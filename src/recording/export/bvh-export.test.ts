import { AnimationMixer, Vector3, type Skeleton } from 'three';
import { BVHLoader } from 'three/addons/loaders/BVHLoader.js';
import { describe, expect, test } from 'vitest';
import { RIGGED_HEADER, riggedFrame, streamOf, textOf } from '../../../tests/rigged-stream.ts';
import { HAND_SIDES, type HandSide } from '../../hands/hand-side.ts';
import { PUBLIC_TO_WEB_XR, WEB_XR_JOINTS } from '../../hands/web-xr-joints.ts';
import { add3, scale3, subtract3, type Vec3 } from '../../hands/vectors.ts';
import type { PoseStreamFrame } from '../pose-stream.ts';
import { exportBvh } from './bvh-export.ts';

const INTERVAL_MS = 40;
const tour = (count: number, sides?: readonly HandSide[]) =>
  Array.from({ length: count }, (_, i) => riggedFrame(i, i * INTERVAL_MS, sides));

interface Played {
  readonly skeleton: Skeleton;
  /** Where three.js has our 21 joints of a hand, mm in camera space, at a time. */
  readonly jointsAt: (side: HandSide, timeMs: number) => Vec3[];
  readonly seconds: number;
  readonly text: string;
}

/** Opened by three.js: its parser, its skeleton, its animation. */
async function play(frames: readonly PoseStreamFrame[]): Promise<Played> {
  const text = await textOf(exportBvh(RIGGED_HEADER, streamOf(frames)));
  const { skeleton, clip } = new BVHLoader().parse(text);
  const root = skeleton.bones[0]!;
  const mixer = new AnimationMixer(root);
  mixer.clipAction(clip).play();
  const boneOf = (side: HandSide, joint: number) => {
    const name = WEB_XR_JOINTS[joint]!;
    if (!name.endsWith('tip')) return root.getObjectByName(`${side}-${name}`)!;
    return root.getObjectByName(`${side}-${WEB_XR_JOINTS[joint - 1]}`)!.children[0]!;
  };
  const jointsAt = (side: HandSide, timeMs: number) => {
    mixer.setTime(timeMs / 1000);
    root.updateMatrixWorld(true);
    return PUBLIC_TO_WEB_XR.map((joint): Vec3 => {
      const { x, y, z } = new Vector3().setFromMatrixPosition(boneOf(side, joint).matrixWorld);
      return [x * 10, -y * 10, -z * 10];
    });
  };
  return { skeleton, jointsAt, seconds: clip.duration, text };
}

/** The furthest of two hands' joints from each other, mm. */
function furthest(a: readonly Vec3[], b: readonly Vec3[]): number {
  return Math.max(...a.map((joint, i) => Math.hypot(...joint.map((v, axis) => v - b[i]![axis]!))));
}

/** The right hand alone, as large as an estimator might find it in this frame. */
function flickering(frame: PoseStreamFrame): PoseStreamFrame {
  const right = frame.hands.right!;
  const size = 1 + 0.02 * Math.sin(frame.index * 1.7);
  const wrist = right.joints3d[0]!;
  const joints3d = right.joints3d.map((joint) =>
    add3(wrist, scale3(subtract3(joint, wrist), size)),
  );
  return { ...frame, hands: { right: { ...right, joints3d }, left: null }, relativeDepth: null };
}

describe('in three.js', () => {
  test('a hand of constant bones is within 0.005 mm of its joints in every frame', async () => {
    const frames = tour(40);
    const { jointsAt, seconds, skeleton } = await play(frames);
    // A root, and 20 joints with 5 end sites a hand.
    expect(skeleton.bones).toHaveLength(1 + 2 * 25);
    expect(seconds).toBeCloseTo((39 * INTERVAL_MS) / 1000, 4);
    for (const { time, hands } of frames.slice(0, -1)) {
      for (const side of HAND_SIDES) {
        expect(furthest(jointsAt(side, time), hands[side]!.joints3d)).toBeLessThan(0.005);
      }
    }
  });

  test('a hand whose bones flicker by 2 % keeps its shape: within 5 mm', async () => {
    const frames = tour(24).map(flickering);
    const { jointsAt } = await play(frames);
    for (const { time, hands } of frames.slice(0, -1)) {
      expect(furthest(jointsAt('right', time), hands.right!.joints3d)).toBeLessThan(5);
    }
  });

  test('an absent hand keeps its last pose, and before it comes, its first', async () => {
    const frames = tour(30).map(({ index, time }) =>
      riggedFrame(index, time, index >= 5 && index < 20 ? HAND_SIDES : ['right']),
    );
    const { jointsAt } = await play(frames);
    const leftAt = (index: number) => jointsAt('left', index * INTERVAL_MS);
    expect(furthest(leftAt(0), frames[5]!.hands.left!.joints3d)).toBeLessThan(0.005);
    expect(furthest(leftAt(28), frames[19]!.hands.left!.joints3d)).toBeLessThan(0.005);
  });

  test('uneven times are made even, and a gap in time holds still', async () => {
    const times = [0, 38, 82, 120, 160, 199, 240, 640, 680, 720];
    const { jointsAt, text, seconds } = await play(times.map((time, i) => riggedFrame(i, time)));
    expect(text).toContain('Frames: 19\nFrame Time: 0.040000\n');
    expect(seconds).toBeCloseTo(0.72, 4);
    // Half way between two recorded frames, in a straight line: the tour moves little in 40 ms.
    const moved = furthest(jointsAt('right', 40), riggedFrame(0, 40).hands.right!.joints3d);
    expect(moved).toBeLessThan(0.1);
    const before = riggedFrame(0, 240).hands.right!.joints3d;
    expect(furthest(jointsAt('right', 600), before)).toBeLessThan(0.005);
  });
});

test('names only hands that are ever there', async () => {
  const { text, skeleton } = await play(tour(3, ['left']));
  expect(skeleton.bones).toHaveLength(1 + 25);
  expect(text).not.toContain('right');
});

test.each([
  ['no hands', tour(4, []), 'Frames: 4\n'],
  ['a picture', tour(1), 'Frames: 1\nFrame Time: 0.033333\n'],
])('a stream with %s is a whole file', async (_, frames, count) => {
  const { text } = await play(frames);
  expect(text).toContain(count);
});

test('angles go on from frame to frame without whole turns', async () => {
  const text = await textOf(exportBvh(RIGGED_HEADER, streamOf(tour(150))));
  const lines = text.trim().split('\n');
  const frames = lines.slice(lines.indexOf('Frame Time: 0.040000') + 1);
  const numbers = frames.map((line) => line.split(' ').map(Number));
  const steps = numbers.slice(1).flatMap((frame, i) => frame.map((n, k) => n - numbers[i]![k]!));
  expect(numbers).toHaveLength(150);
  expect(Math.max(...steps.map(Math.abs))).toBeLessThan(60);
});

test('of no frames it has no hand and no line', async () => {
  const text = await textOf(exportBvh(RIGGED_HEADER, streamOf([])));
  expect(text.endsWith('Frames: 0\nFrame Time: 0.033333\n')).toBe(true);
});
