import { describe, expect, test } from 'vitest';
import { HAND_SKELETONS } from '../../tests/hand-skeletons.ts';
import { HAND_SIDES, type HandSide } from '../hands/hand-side.ts';
import { distance2, distance3, type Vec2, type Vec3 } from '../hands/vectors.ts';
import type { GroundTruth } from '../hands/ground-truth.ts';
import { groundTruth } from './ground-truth.ts';
import { LOOP_MS, moveHands } from './motion.ts';
import { posePair } from './posed-pair.ts';
import { SCENES, type SceneName } from './scenes.ts';
import { syntheticCamera } from './synthetic-camera.ts';
import { WEB_XR_PARENTS } from '../hands/web-xr-joints.ts';

const [WIDTH, HEIGHT, FRAME_MS] = [640, 480, 1000 / 30];
const ALL = ['tour', 'apart', 'together', 'clasped', 'clasping'] as const;

function truthAt(scene: SceneName, timeMs: number): GroundTruth {
  const { label, pair } = moveHands(scene, timeMs);
  return groundTruth(posePair(HAND_SKELETONS, pair), syntheticCamera(WIDTH, HEIGHT), label);
}

function loop(scene: SceneName): GroundTruth[] {
  return Array.from({ length: Math.ceil(LOOP_MS / FRAME_MS) + 1 }, (_, i) =>
    truthAt(scene, i * FRAME_MS),
  );
}

function range(points: readonly Vec2[], axis: 0 | 1): [number, number] {
  const values = points.map((point) => point[axis]);
  return [Math.min(...values), Math.max(...values)];
}

/** z of the palm's own direction; -1 looks into the camera. */
function palmZ({ hands }: GroundTruth, side: HandSide): number {
  const [wrist, index, pinky] = [0, 5, 17].map((joint) => hands[side]!.joints3d[joint]!);
  const a = index!.map((value, axis) => value - wrist![axis]!);
  const b = pinky!.map((value, axis) => value - wrist![axis]!);
  const normal = [
    a[1]! * b[2]! - a[2]! * b[1]!,
    a[2]! * b[0]! - a[0]! * b[2]!,
    a[0]! * b[1]! - a[1]! * b[0]!,
  ];
  return ((side === 'right' ? 1 : -1) * normal[2]!) / Math.hypot(...normal);
}

describe.each(ALL)('%s', (scene) => {
  const truths = loop(scene);

  test('its steps fill the loop', () => {
    const total = SCENES[scene].reduce((sum, step) => sum + step.holdMs + step.moveMs, 0);
    expect(total).toBe(LOOP_MS);
  });

  test('all joints stay inside the picture', () => {
    for (const { hands } of truths) {
      for (const side of HAND_SIDES) {
        const [left, right] = range(hands[side]!.joints2d, 0);
        const [top, bottom] = range(hands[side]!.joints2d, 1);
        expect(Math.min(left, top)).toBeGreaterThan(6);
        expect(right).toBeLessThan(WIDTH - 6);
        expect(bottom).toBeLessThan(HEIGHT - 6);
      }
    }
  });

  test('nothing jumps: no joint moves over 16 mm a frame, the seam of the loop included', () => {
    for (const [at, { hands }] of truths.entries()) {
      const next = truths[at + 1];
      if (!next) break;
      for (const side of HAND_SIDES) {
        for (const [joint, position] of hands[side]!.joints3d.entries()) {
          expect(distance3(position, next.hands[side]!.joints3d[joint]!)).toBeLessThan(16);
        }
      }
    }
  });

  test('comes back after a loop, and only time decides', () => {
    expect(truthAt(scene, 1234 + LOOP_MS)).toEqual(truthAt(scene, 1234));
    expect(truthAt(scene, 2234)).not.toEqual(truthAt(scene, 1234));
  });
});

test('apart: palms look into the camera, fingers up, right hand left in the picture, never close', () => {
  for (const truth of loop('apart')) {
    const { right, left } = truth.hands;
    expect(range(right!.joints2d, 0)[1] + 10).toBeLessThan(range(left!.joints2d, 0)[0]);
    for (const side of HAND_SIDES) {
      expect(palmZ(truth, side)).toBeLessThan(-0.85);
      const { joints2d } = truth.hands[side]!;
      expect(joints2d[12]![1]).toBeLessThan(joints2d[9]![1]);
      expect(joints2d[9]![1]).toBeLessThan(joints2d[0]![1]);
    }
  }
});

test('apart and tour: the relative depth goes well to both sides', () => {
  for (const scene of ['apart', 'tour'] as const) {
    const depths = loop(scene).map(({ relativeDepthMm }) => relativeDepthMm!);
    expect(Math.max(...depths)).toBeGreaterThan(50);
    expect(Math.min(...depths)).toBeLessThan(-25);
  }
});

test('together: the four fingertips meet those of the other hand', () => {
  const { hands } = truthAt('together', 3000);
  for (const tip of [8, 12, 16, 20]) {
    const gap = distance3(hands.right!.joints3d[tip]!, hands.left!.joints3d[tip]!);
    // The truth's tips lie 2 to 5 mm inside the skin's end.
    expect(gap).toBeGreaterThan(4);
    expect(gap).toBeLessThan(14);
  }
});

test('clasped: hands overlap in the picture, touch, and are not inside each other', () => {
  for (const timeMs of [0, 6000, 12_000]) {
    const { right, left } = posePair(HAND_SKELETONS, moveHands('clasped', timeMs).pair);
    const gaps = bones(right.positions).flatMap((a) =>
      bones(left.positions).map((b) => segmentDistance(a, b)),
    );
    // Finger bones lie 7 to 9 mm under the skin.
    expect(Math.min(...gaps)).toBeGreaterThan(11);
    expect(gaps.filter((gap) => gap < 18).length).toBeGreaterThan(8);
    const { hands } = truthAt('clasped', timeMs);
    const nearest = Math.min(
      ...hands.right!.joints2d.flatMap((a) => hands.left!.joints2d.map((b) => distance2(a, b))),
    );
    expect(nearest).toBeLessThan(12);
  }
});

type Segment = readonly [Vec3, Vec3];

function bones(positions: readonly Vec3[]): Segment[] {
  return WEB_XR_PARENTS.flatMap((parent, joint) =>
    parent < 0 ? [] : [[positions[parent]!, positions[joint]!] as const],
  );
}

/** Nearest of points 1/16 of a bone apart: 3 mm steps at most, far below what is asked for. */
function segmentDistance([a, b]: Segment, [c, d]: Segment): number {
  const steps = Array.from({ length: 17 }, (_, i) => i / 16);
  const along = (p: Vec3, q: Vec3, t: number): Vec3 => [
    p[0] + (q[0] - p[0]) * t,
    p[1] + (q[1] - p[1]) * t,
    p[2] + (q[2] - p[2]) * t,
  ];
  const ends = steps.map((t) => along(c, d, t));
  return Math.min(...steps.flatMap((s) => ends.map((end) => distance3(along(a, b, s), end))));
}
