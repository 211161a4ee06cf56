import { expect, test } from 'vitest';
import { HAND_SKELETONS } from '../../tests/hand-skeletons.ts';
import { HAND_SIDES } from '../hands/hand-side.ts';
import { distance3 } from '../hands/vectors.ts';
import { groundTruth, TIP_EXTENSION_MM } from './ground-truth.ts';
import { moveHands } from './motion.ts';
import { posePair } from './posed-pair.ts';
import { syntheticCamera } from './synthetic-camera.ts';
import { PUBLIC_TO_WEB_XR } from '../hands/web-xr-joints.ts';

const camera = syntheticCamera(640, 480);
const hands = posePair(HAND_SKELETONS, moveHands('tour', 5000).pair);
const truth = groundTruth(hands, camera, 'fist');

test('the relative depth is that of the wrists, left minus right', () => {
  const { right, left } = truth.hands;
  expect(truth.relativeDepthMm).toBe(left!.joints3d[0]![2] - right!.joints3d[0]![2]);
  expect(truth.relativeDepthMm).not.toBe(0);
});

test('joints are the WebXR ones, tips moved on along the last bone', () => {
  for (const side of HAND_SIDES) {
    for (const [joint, position] of truth.hands[side]!.joints3d.entries()) {
      const bone = hands[side].positions[PUBLIC_TO_WEB_XR[joint]!]!;
      if (joint === 0 || joint % 4 !== 0) {
        expect(position).toEqual(bone);
        continue;
      }
      const before = hands[side].positions[PUBLIC_TO_WEB_XR[joint - 1]!]!;
      const length = distance3(bone, before);
      expect(distance3(position, bone)).toBeCloseTo(TIP_EXTENSION_MM, 9);
      // The tip's own axis and the last bone differ by a few degrees in the meshes.
      expect(distance3(position, before)).toBeGreaterThan((length + TIP_EXTENSION_MM) * 0.995);
    }
  }
});

test('points of the picture and rays of the camera agree', () => {
  for (const side of HAND_SIDES) {
    const { joints2d, joints3d } = truth.hands[side]!;
    for (const [joint, [x, y, z]] of joints3d.entries()) {
      const [u, v] = joints2d[joint]!;
      expect(((u - camera.cx) / camera.fx) * z).toBeCloseTo(x, 9);
      expect(((v - camera.cy) / camera.fy) * z).toBeCloseTo(y, 9);
    }
  }
});

test.each([
  [640, 480],
  [1280, 720],
  [480, 640],
])('at %d x %d the camera holds the whole 4:3 window, centred', (width, height) => {
  const { fx, fy, cx, cy, from } = syntheticCamera(width, height);
  expect([cx, cy, from]).toEqual([width / 2, height / 2, 'calibrated']);
  expect(fy).toBe(fx);
  const half = 1 / (2 * 1.05);
  expect(fx * half).toBeLessThanOrEqual(width / 2 + 1e-9);
  expect(fy * half * 0.75).toBeLessThanOrEqual(height / 2 + 1e-9);
});
