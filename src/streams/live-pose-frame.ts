import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { CropPlan } from '../hands/crop-plan.ts';
import type { ComparedEstimates } from '../hands/hand-estimate.ts';
import type { HandDetection } from '../hands/hand-detection.ts';
import type { PoseFrame } from '../hands/pose-frame.ts';
import type { Frame } from './frame.ts';

/** The pipeline's stages that take time, in order. */
export const STAGES = ['detect', 'crop', 'estimate', 'lift', 'smooth', 'gate'] as const;
/** One of the pipeline's stages. */
export type Stage = (typeof STAGES)[number];

/** A PoseFrame with what it was made from, for overlays and panels. */
export interface LivePoseFrame extends PoseFrame {
  /** Lent: its picture may be read until `next` returns; the pipeline disposes it right after. */
  readonly frame: Frame;
  /** The camera the joints were lifted with. */
  readonly camera: CameraIntrinsics;
  readonly detections: readonly HandDetection[];
  /** Detections that were no person's one right or one left hand (a second hand of the same side). */
  readonly ignored: readonly HandDetection[];
  readonly crops: CropPlan;
  /** What each estimator said, unsmoothed, where two were asked. */
  readonly compared: ComparedEstimates | null;
  /** ms spent in each stage; empty where the pipeline was given no clock. */
  readonly timings: Readonly<Partial<Record<Stage, number>>>;
}
