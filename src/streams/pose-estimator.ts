import type { PoseEstimate } from '../hands/hand-estimate.ts';
import type { CropPlan } from '../hands/crop-plan.ts';
import type { PerHand } from '../hands/hand-side.ts';
import type { SidedHand } from '../hands/hand-tracks.ts';
import type { PosePrior } from '../hands/pose-prior.ts';
import type { Detected, DetectorPace } from './detect.ts';

/** What an estimator is given of one frame. */
export interface EstimatorInput {
  /** Lent until the estimate is there. */
  readonly image: VideoFrame;
  readonly timeMs: number;
  readonly sided: PerHand<SidedHand | null>;
  /** Whether `sided` was found in this very frame. */
  readonly detectionsAre: Detected['detectionsAre'];
  readonly crops: CropPlan;
  /** What is expected of the frame, for estimators that can be told. */
  readonly prior: PosePrior;
  /** Whether this is a picture that no other will follow: it may take its time. Default false. */
  readonly isStill?: boolean;
}

/** Anything that turns a frame and its crops into 2.5D hands: InterNet, a 2D network, the landmarker. */
export interface PoseEstimator extends Disposable {
  /** Stands in the recording's header. */
  readonly id: string;
  readonly backend: 'webgpu' | 'wasm';
  /** Whether it needs the detections of the very frame; read anew for each frame. */
  readonly detectorPace: DetectorPace;
  /** Finds both hands' joints in one frame. */
  estimate(input: EstimatorInput): PoseEstimate | Promise<PoseEstimate>;
}
