import { backProject, type CameraIntrinsics } from './camera-intrinsics.ts';
import type { HandEstimate } from './hand-estimate.ts';
import { WRIST } from './joints.ts';
import { liftJoints } from './lift.ts';
import type { Depth, HandJoints } from './pose-frame.ts';
import { add3, subtract3, type Vec2, type Vec3 } from './vectors.ts';

/**
 * A hand in camera space with its place and its shape kept apart, because they are smoothed apart:
 * the root depth is far noisier than the joints around the root.
 */
export interface LiftedHand {
  readonly score: number;
  /** px of the source frame. */
  readonly joints2d: readonly Vec2[];
  /** Camera axes, mm relative to the wrist. */
  readonly rootRelative: readonly Vec3[];
  readonly rootDepth: Depth;
  /** Confidence of each joint, 0..1, where the estimator knows one. */
  readonly jointScores?: readonly number[];
}

/** Lifts a 2.5D hand whose root depth is known. */
export function liftHand(
  { score, joints, jointScores }: HandEstimate,
  rootDepth: Depth,
  camera: CameraIntrinsics,
): LiftedHand {
  const inCamera = liftJoints(joints, rootDepth.mm, camera);
  const root = inCamera[WRIST]!;
  return {
    score,
    joints2d: joints.map(([x, y]): Vec2 => [x, y]),
    rootRelative: inCamera.map((joint) => subtract3(joint, root)),
    rootDepth,
    ...(jointScores && { jointScores }),
  };
}

/** Both kinds of joints of a lifted hand: its root goes where the wrist's pixel and depth say. */
export function jointsOfLifted(
  { joints2d, rootRelative, rootDepth }: LiftedHand,
  camera: CameraIntrinsics,
): HandJoints {
  const root = backProject(joints2d[WRIST]!, rootDepth.mm, camera);
  return { joints2d, joints3d: rootRelative.map((joint) => add3(root, joint)) };
}
