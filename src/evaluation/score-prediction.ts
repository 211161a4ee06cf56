import { perHand, type PerHand } from '../hands/hand-side.ts';
import { fromInterhandOrder } from '../hands/interhand-joints.ts';
import { WRIST } from '../hands/joints.ts';
import { liftJoints, liftWrists } from '../hands/lift.ts';
import { rootAlignedErrorsMm } from '../hands/pose-error.ts';
import { NO_ERRORS, relativeRootErrorMm, type PoseSample } from '../hands/pose-sample.ts';
import type { Vec3 } from '../hands/vectors.ts';
import type { AnnotatedPose } from './annotated-pose.ts';
import type { Prediction } from './prediction.ts';

/**
 * What a prediction adds to the metrics, by InterHand2.6M's evaluation (internet-spec.md, A1): each
 * hand is lifted with its own root depth for its joints; both with the right one's, plus the
 * predicted relative depth for the left, for the way between the roots.
 */
export function scorePrediction(truth: AnnotatedPose, prediction: Prediction): PoseSample {
  const joints = perHand((side) => fromInterhandOrder(prediction.joints, side));
  return {
    handType: truth.handType,
    handTypeValid: truth.handTypeValid,
    handedness: prediction.handedness,
    jointErrorsMm: perHand((side) => {
      const hand = truth.hands[side];
      if (!hand) return NO_ERRORS;
      const lifted = liftJoints(joints[side], truth.rootDepthMm[side], truth.camera);
      const errors = rootAlignedErrorsMm(lifted, hand.joints);
      return errors.map((error, joint) => (hand.valid[joint] ? error : null));
    }),
    relativeRootErrorMm: rootErrorMm(
      truth,
      perHand((side) => joints[side][WRIST]!),
      prediction.relativeDepthMm,
    ),
  };
}

/** Null unless both hands are there and both wrists known. */
function rootErrorMm(
  { handType, hands: { right, left }, rootDepthMm, camera }: AnnotatedPose,
  wrists: PerHand<Vec3>,
  relativeDepthMm: number,
): number | null {
  if (handType !== 'interacting' || !right?.valid[WRIST] || !left?.valid[WRIST]) return null;
  const lifted = liftWrists(wrists, rootDepthMm.right, relativeDepthMm, camera);
  const truth = { right: right.joints[WRIST]!, left: left.joints[WRIST]! };
  return relativeRootErrorMm(lifted, truth);
}
