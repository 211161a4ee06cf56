import type { PerHand } from './hand-side.ts';
import type { Vec3 } from './vectors.ts';

/** One hand as an estimator gives it: 2.5D, before it is lifted to camera space. */
export interface HandEstimate {
  /** Probability that this side's hand is there, 0..1. */
  readonly score: number;
  /** 21 joints as [x px, y px, z mm relative to the hand's own wrist], px of the source frame. */
  readonly joints: readonly Vec3[];
  /** Confidence of each joint, 0..1, where the estimator knows one. */
  readonly jointScores?: readonly number[];
}

/** Mean of what its joints are believed in, 0..1; null where the estimator does not say. */
export function meanJointScore({ jointScores }: HandEstimate): number | null {
  if (!jointScores || jointScores.length === 0) return null;
  return jointScores.reduce((sum, score) => sum + score, 0) / jointScores.length;
}

/** Who can say where a hand's joints are: the detector's own landmarks, or an InterNet. */
export type EstimatorKind = 'landmarker' | 'internet';

/** What two estimators said of one frame, and whose word was taken for each hand. */
export interface ComparedEstimates extends Readonly<
  Record<EstimatorKind, PerHand<HandEstimate | null>>
> {
  readonly chosen: PerHand<EstimatorKind | null>;
}

/** What a PoseEstimator says about one frame. */
export interface PoseEstimate {
  readonly hands: PerHand<HandEstimate | null>;
  /** Left root depth minus right root depth, mm, where the estimator measured it (InterNet's z_R→L). */
  readonly relativeDepthMm: number | null;
  /** How far that is to be believed over the hands' sizes, 0..1; default 1. */
  readonly relativeDepthTrust?: number;
  /** Where two estimators were asked. */
  readonly compared?: ComparedEstimates;
}
