import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { GroundTruth } from '../hands/ground-truth.ts';
import type { PoseEstimate } from '../hands/hand-estimate.ts';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import { handTypeOf } from '../hands/hand-type.ts';
import { WRIST } from '../hands/joints.ts';
import { liftJoints, liftWrists } from '../hands/lift.ts';
import { rootAlignedErrorsMm } from '../hands/pose-error.ts';
import { NO_ERRORS, relativeRootErrorMm, type PoseSample } from '../hands/pose-sample.ts';

/**
 * What a 2.5D estimate adds to the metrics, lifted with the true root depths as InterHand2.6M's
 * evaluation does. A hand that was not found has no joints to score.
 * @returns null where the picture has no hand
 */
export function scoreEstimate(
  estimate: PoseEstimate,
  truth: GroundTruth,
  camera: CameraIntrinsics,
): PoseSample | null {
  const handType = handTypeOf(perHand((side) => truth.hands[side] !== null));
  if (!handType) return null;
  return {
    handType,
    handTypeValid: true,
    handedness: handednessOf(estimate),
    jointErrorsMm: perHand((side) => {
      const [found, real] = [estimate.hands[side], truth.hands[side]];
      if (!found || !real) return NO_ERRORS;
      const lifted = liftJoints(found.joints, real.joints3d[WRIST]![2], camera);
      return rootAlignedErrorsMm(lifted, real.joints3d);
    }),
    relativeRootErrorMm: rootErrorMm(estimate, truth, camera),
  };
}

/** Probability that each hand is there; 0 for one that was not found. */
export function handednessOf({ hands }: PoseEstimate): PerHand<number> {
  return perHand((side) => hands[side]?.score ?? 0);
}

/** Null unless both hands are there and found, and the depth between them told. */
function rootErrorMm(
  { hands: found, relativeDepthMm }: PoseEstimate,
  { hands: real }: GroundTruth,
  camera: CameraIntrinsics,
): number | null {
  if (!found.right || !found.left || !real.right || !real.left) return null;
  if (relativeDepthMm === null) return null;
  const wrists = { right: found.right.joints[WRIST]!, left: found.left.joints[WRIST]! };
  const truth = { right: real.right.joints3d[WRIST]!, left: real.left.joints3d[WRIST]! };
  const lifted = liftWrists(wrists, truth.right[2], relativeDepthMm, camera);
  return relativeRootErrorMm(lifted, truth);
}
