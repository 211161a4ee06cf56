import { backProject, type CameraIntrinsics } from './camera-intrinsics.ts';
import type { PerHand } from './hand-side.ts';
import type { Vec3 } from './vectors.ts';

/**
 * Lifts one hand's 2.5D joints to camera space, mm, as InterHand2.6M's evaluation does: the root
 * depth is added to each joint's own, then every pixel is back-projected at its depth.
 * @param joints [x px, y px, z mm relative to the hand's wrist], in any order
 * @param rootDepthMm depth of the wrist
 */
export function liftJoints(
  joints: readonly Vec3[],
  rootDepthMm: number,
  camera: CameraIntrinsics,
): Vec3[] {
  return joints.map(([x, y, z]) => backProject([x, y], rootDepthMm + z, camera));
}

/**
 * Lifts both wrists as MRRPE has it: the left one's depth is the right one's plus the relative
 * depth, whatever its own would be.
 * @param wrists [x px, y px, z mm relative to the hand's root]
 */
export function liftWrists(
  { right, left }: PerHand<Vec3>,
  rightDepthMm: number,
  relativeDepthMm: number,
  camera: CameraIntrinsics,
): PerHand<Vec3> {
  const lift = (wrist: Vec3, depth: number) => liftJoints([wrist], depth, camera)[0]!;
  return { right: lift(right, rightDepthMm), left: lift(left, rightDepthMm + relativeDepthMm) };
}
