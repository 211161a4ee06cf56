import { expect, test } from 'vitest';
import type { CameraIntrinsics } from './camera-intrinsics.ts';
import { jointsOfLifted, liftHand } from './lifted-hand.ts';
import { estimateOfPoseFrame } from './pose-frame-estimate.ts';
import type { Depth } from './pose-frame.ts';
import type { Vec3 } from './vectors.ts';

const CAMERA: CameraIntrinsics = { fx: 300, fy: 310, cx: 160, cy: 120, from: 'default' };

test('lifting is undone, whatever depth it was lifted with', () => {
  const joints = Array.from({ length: 21 }, (_, i): Vec3 => [100 + 5 * i, 90 - 3 * i, 7 * i]);
  const rootDepth: Depth = { mm: 432, from: 'hand-size' };
  const lifted = liftHand({ score: 0.8, joints }, rootDepth, CAMERA);
  const right = { score: 0.8, rootDepth, ...jointsOfLifted(lifted, CAMERA) };
  const { hands, relativeDepthMm } = estimateOfPoseFrame({
    hands: { right, left: null },
    relativeDepth: null,
  });
  expect(hands.left).toBeNull();
  expect(relativeDepthMm).toBeNull();
  expect(hands.right!.score).toBe(0.8);
  hands.right!.joints.forEach((joint, i) => {
    joint.forEach((value, axis) => expect(value).toBeCloseTo(joints[i]![axis]!, 6));
  });
});
