import { boxOfPoints, longerSide } from './bounding-box.ts';
import { WRIST } from './joints.ts';
import type { HandJoints, HandPose } from './pose-frame.ts';
import { distance2, distance3, subtract3, type Vec2, type Vec3 } from './vectors.ts';

/** How far one hand's pose is from the truth. */
export interface PoseError {
  /** Mean distance of the joints in the picture, px. */
  readonly meanPx: number;
  /** The same as a fraction of the longer side of the true hand's tight box. */
  readonly boxFraction: number;
  /** Mean distance of the joints in space once both wrists are put in one place, mm. */
  readonly mpjpeMm: number;
  /** Depth of the pose's root minus the true one's, mm: positive is too far away. */
  readonly rootDepthErrorMm: number;
}

/** Compares a pose with the exact joints of the same hand. */
export function poseError(pose: HandPose, truth: HandJoints): PoseError {
  const meanPx = meanJointErrorPx(pose.joints2d, truth.joints2d);
  return {
    meanPx,
    boxFraction: meanPx / longerSide(boxOfPoints(truth.joints2d)),
    mpjpeMm: rootAlignedErrorMm(pose.joints3d, truth.joints3d),
    rootDepthErrorMm: pose.rootDepth.mm - truth.joints3d[WRIST]![2],
  };
}

/** Mean distance of two hands' joints in the picture, px (EPE). */
export function meanJointErrorPx(joints: readonly Vec2[], truth: readonly Vec2[]): number {
  return mean(truth.map((joint, i) => distance2(joints[i]!, joint)));
}

/** Mean of rootAlignedErrorsMm (MPJPE of one hand; the wrist's own 0 counts). */
export function rootAlignedErrorMm(joints: readonly Vec3[], truth: readonly Vec3[]): number {
  return mean(rootAlignedErrorsMm(joints, truth));
}

/**
 * Each joint's distance from its true place, mm, each hand relative to its own wrist, as in
 * InterHand2.6M's evaluation; the wrist's is 0.
 */
export function rootAlignedErrorsMm(joints: readonly Vec3[], truth: readonly Vec3[]): number[] {
  const root = joints[WRIST]!;
  const trueRoot = truth[WRIST]!;
  return truth.map((joint, i) =>
    distance3(subtract3(joints[i]!, root), subtract3(joint, trueRoot)),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
