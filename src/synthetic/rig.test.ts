import { describe, expect, test } from 'vitest';
import { HAND_SKELETONS } from '../../tests/hand-skeletons.ts';
import { HAND_SIDES } from '../hands/hand-side.ts';
import { cross3, distance3, dot3, subtract3 } from '../hands/vectors.ts';
import type { HandPose } from './hand-pose.ts';
import { FIST, OPEN, PINCH, POINT, THREE, TWO } from './hand-shapes.ts';
import { poseHand } from './rig.ts';
import { FINGER_METACARPALS, WEB_XR_PARENTS } from '../hands/web-xr-joints.ts';

const UPRIGHT = { wrist: [-100, 20, 500], turn: { yaw: 0, pitch: 0, roll: 0 } } as const;
const SHAPES = { OPEN, FIST, POINT, TWO, THREE, PINCH };

describe.each(HAND_SIDES)('a %s hand', (side) => {
  const rest = HAND_SKELETONS[side];
  const mirror = side === 'right' ? 1 : -1;

  test.each(Object.entries(SHAPES))('keeps its bones as long in %s as they were', (_, shape) => {
    const turn = { yaw: 33, pitch: -20, roll: 51 };
    const { positions } = poseHand(rest, { ...shape, wrist: [1, 2, 3], turn }, side);
    for (const [joint, parent] of WEB_XR_PARENTS.entries()) {
      if (parent < 0) continue;
      const length = distance3(rest.positions[joint]!, rest.positions[parent]!);
      expect(distance3(positions[joint]!, positions[parent]!)).toBeCloseTo(length, 9);
    }
  });

  test('stands upright, the thumb towards the middle of the picture', () => {
    const { positions } = poseHand(rest, { ...OPEN, ...UPRIGHT }, side);
    expect(positions[0]).toEqual([-100 * mirror, 20, 500]);
    expect(positions[14]![1]).toBeLessThan(positions[0]![1] - 150);
    expect((positions[4]![0] - positions[24]![0]) * mirror).toBeGreaterThan(60);
  });

  test('bends its fingers to the palm, which is on its own side (chirality)', () => {
    const { positions } = poseHand(rest, { ...FIST, ...UPRIGHT }, side);
    const [wrist, index, pinky] = [positions[0]!, positions[6]!, positions[21]!];
    const across = cross3(subtract3(index, wrist), subtract3(pinky, wrist));
    for (const metacarpal of FINGER_METACARPALS) {
      const bent = subtract3(positions[metacarpal + 3]!, positions[metacarpal + 1]!);
      expect(dot3(bent, across) * mirror).toBeGreaterThan(0);
      expect(bent[2]).toBeLessThan(-20);
    }
  });

  test('spreads its fingers away from each other, the index towards the thumb', () => {
    const tips = (pose: HandPose) =>
      FINGER_METACARPALS.map((joint) => poseHand(rest, pose, side).positions[joint + 4]![0]);
    const [open, closed] = [
      tips({ ...OPEN, ...UPRIGHT }),
      tips({ ...OPEN, ...UPRIGHT, fingers: together(OPEN.fingers) }),
    ];
    expect((open[0]! - closed[0]!) * mirror).toBeGreaterThan(3);
    expect((open[3]! - closed[3]!) * mirror).toBeLessThan(-3);
  });

  test('pinches with thumb and index finger touching at their pads', () => {
    const { positions } = poseHand(rest, { ...PINCH, ...UPRIGHT }, side);
    // Pads are 12 to 18 mm thick together; nearer would be inside each other.
    expect(distance3(positions[4]!, positions[9]!)).toBeGreaterThan(10);
    expect(distance3(positions[4]!, positions[9]!)).toBeLessThan(18);
  });
});

function together([a, b, c, d]: HandPose['fingers']): HandPose['fingers'] {
  return [
    { ...a, spread: 0 },
    { ...b, spread: 0 },
    { ...c, spread: 0 },
    { ...d, spread: 0 },
  ];
}
