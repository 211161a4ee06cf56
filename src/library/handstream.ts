/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Two hands, live, in 3D: the package's main entry (docs/api.md).
 *
 * A package has no inside to import from, so its entries are lists of what is public; nothing in this
 * repository imports through them but api.ts, which offers the same to pages.
 *
 * @module handstream
 */
import '../symbol-dispose.ts';

export { createHandPipeline, type HandPipelineOptions } from './hand-pipeline.ts';
export type { EstimatorChoice, PipelineParts } from './pipeline-parts.ts';
export type { Changing } from '../streams/changing.ts';
export type { Clock } from '../streams/clock.ts';
export type { PipelineSettings } from '../streams/pipeline.ts';
export type { StageContext } from '../streams/stage.ts';

// What comes out.
export { STAGES, type LivePoseFrame, type Stage } from '../streams/live-pose-frame.ts';
export type { Depth, DepthOrigin, HandJoints, HandPose, PoseFrame } from '../hands/pose-frame.ts';
export { HAND_SIDES, type HandSide, type PerHand } from '../hands/hand-side.ts';
export {
  BONES,
  JOINT_COUNT,
  JOINT_NAMES,
  JOINT_PARENTS,
  WRIST,
  type JointName,
} from '../hands/joints.ts';
export type { Vec2, Vec3 } from '../hands/vectors.ts';
export type { BoundingBox } from '../hands/bounding-box.ts';
export {
  backProject,
  defaultIntrinsics,
  intrinsicsFromFieldOfView,
  projectPoint,
  type CameraIntrinsics,
} from '../hands/camera-intrinsics.ts';
export type { CropPlan, PlannedCrop } from '../hands/crop-plan.ts';
export type { GroundTruth } from '../hands/ground-truth.ts';
export type { HandDetection } from '../hands/hand-detection.ts';
export type {
  ComparedEstimates,
  EstimatorKind,
  HandEstimate,
  PoseEstimate,
} from '../hands/hand-estimate.ts';

// Where frames come from.
export { Frame, type FrameContent } from '../streams/frame.ts';
export type { FrameSource, Pace, SourceKind } from '../streams/frame-source.ts';
export { framesFrom } from '../streams/frames-from.ts';
export { cameraSource, listCameras, type CameraOptions } from '../streams/camera.ts';
export { clipSource, type ClipOptions } from '../streams/clip.ts';
export { pictureSource } from '../streams/picture.ts';
export { fileSource } from '../streams/file-source.ts';
export { rawFramesSource, type RawFramesOptions } from '../streams/raw-frames.ts';
export { Playback } from '../streams/playback.ts';

// What finds hands and joints.
export { openDetector, type OpenDetectorOptions } from '../workers/open-detector.ts';
export type { HandDetector } from '../workers/hand-detector.ts';
export type { WorkerDetector } from '../workers/worker-detector.ts';
export {
  openInternet,
  type OpenedInternet,
  type OpenInternetOptions,
} from '../workers/open-internet.ts';
export { openLite, type FetchLiteOptions, type OpenLiteOptions } from '../workers/open-lite.ts';
export type { Progress } from '../workers/progress.ts';
export type {
  CropHand,
  CropInference,
  EngineState,
  Inference,
  InferenceCost,
  InferOptions,
  InternetEngine,
} from '../workers/internet-engine.ts';
export type { CheckUpAnswer } from '../workers/internet-check-up.ts';
export type { InternetContract } from '../models/internet-contract.ts';
export type { JointOrder } from '../hands/interhand-joints.ts';
export type { HandPrior, PosePrior } from '../hands/pose-prior.ts';
export type { SidedHand } from '../hands/hand-tracks.ts';
export type { DetectorPace } from '../streams/detect.ts';
export type { EstimatorInput, PoseEstimator } from '../streams/pose-estimator.ts';
export { landmarkerEstimator } from '../streams/landmarker-estimator.ts';
export { internetEstimator, type InternetEstimator } from '../streams/internet-estimator.ts';
export { autoEstimator, type AutoEstimatorOptions } from '../streams/auto-estimator.ts';

// Settings.
export type { LiftOptions } from '../streams/lift.ts';
export { DEFAULT_SMOOTHING, type SmoothingOptions } from '../hands/smoothing.ts';
export type { OneEuroOptions } from '../hands/one-euro.ts';
export { DEFAULT_GATE, type GateOptions } from '../hands/handedness-gate.ts';
export { DEFAULT_AUTO, type AutoOptions } from '../hands/auto-options.ts';

// What is expected to go wrong, as data and in words.
export { SourceFailure, type SourceProblem } from '../streams/source-failure.ts';
export { DetectorFailure, type DetectorProblem } from '../workers/detector-failure.ts';
export { InternetFailure, type InternetProblem } from '../workers/internet-failure.ts';
export { WorkerFailure, type OwnedWorker, type WorkerProblem } from '../workers/worker-handle.ts';
export { describeError } from '../ui/describe-error.ts';
export type { ProblemText } from '../ui/describe-problem.ts';
