import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import { WRIST } from '../hands/joints.ts';
import type { HandJoints } from '../hands/pose-frame.ts';
import { add3, type Vec3 } from '../hands/vectors.ts';
import type { GroundTruth } from '../hands/ground-truth.ts';
import type { PosedHand } from './rig.ts';
import { rotate } from '../hands/rotation.ts';
import { PUBLIC_TO_WEB_XR, WEB_XR_JOINTS } from '../hands/web-xr-joints.ts';

/**
 * WebXR's tip joints sit 10 to 12.6 mm inside the skin's end (measured on the meshes); datasets
 * and detectors mark fingertips nearer to it, so the truth's tips lie this much further out, mm.
 */
export const TIP_EXTENSION_MM = 8;

/**
 * What the picture of two posed hands (camera space, mm) shows. The wrist is WebXR's: the middle
 * of the wrist joint inside the arm, between the radius and the carpal bones, not the crease in
 * the skin that some annotators click.
 */
export function groundTruth(
  hands: PerHand<PosedHand>,
  camera: CameraIntrinsics,
  scene: string,
): GroundTruth {
  const truth = perHand((side) => handTruth(hands[side], camera));
  const depthOf = (hand: HandJoints): number => hand.joints3d[WRIST]![2];
  return { hands: truth, relativeDepthMm: depthOf(truth.left) - depthOf(truth.right), scene };
}

function handTruth({ positions, rotations }: PosedHand, camera: CameraIntrinsics): HandJoints {
  const joints3d = PUBLIC_TO_WEB_XR.map((joint): Vec3 => {
    const position = positions[joint]!;
    if (!WEB_XR_JOINTS[joint]!.endsWith('tip')) return position;
    return add3(position, rotate(rotations[joint]!, [0, 0, -TIP_EXTENSION_MM]));
  });
  return {
    joints3d,
    joints2d: joints3d.map(([x, y, z]) => [
      (camera.fx * x) / z + camera.cx,
      (camera.fy * y) / z + camera.cy,
    ]),
  };
}
