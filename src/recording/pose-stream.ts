import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import { JOINT_NAMES, type JointName } from '../hands/joints.ts';
import type { OneEuroOptions } from '../hands/one-euro.ts';
import type { PoseFrame } from '../hands/pose-frame.ts';

/** Version of the pose stream that this code writes; the format is docs/format.md. */
export const POSE_STREAM_VERSION = 1;

export const POSE_STREAM_UNITS = { joints2d: 'px', joints3d: 'mm', time: 'ms' } as const;

/** What the frames were taken from. */
export interface PoseStreamSource {
  readonly kind: 'camera' | 'clip' | 'picture' | 'synthetic';
  /** Size of the source frame, px. */
  readonly width: number;
  readonly height: number;
  /** File name or camera label, where the user lets it be written. */
  readonly name?: string;
}

/** What turned pictures into joints. */
export interface PoseStreamEstimator {
  readonly id: string;
  /** SHA-256 of its model file, 64 lower-case hex digits; null where it could not be taken. */
  readonly sha256: string | null;
  readonly backend: 'webgpu' | 'wasm';
}

/** The filters that the shown joints went through; null: not smoothed. */
export interface PoseStreamSmoothing {
  /** On px; beta as for a frame 640 px on its longer side. */
  readonly joints2d: OneEuroOptions | null;
  /** On the joints relative to the wrist, mm. */
  readonly joints3d: OneEuroOptions | null;
  /** On the wrist's depth and the relative depth, mm. */
  readonly rootDepth: OneEuroOptions | null;
}

/** The first line of a pose stream. */
export interface PoseStreamHeader {
  readonly type: 'header';
  readonly format: 'handstream';
  readonly version: typeof POSE_STREAM_VERSION;
  /** ISO 8601 in UTC, as Date.toISOString gives it. */
  readonly createdAt: string;
  readonly source: PoseStreamSource;
  readonly joints: readonly JointName[];
  readonly units: typeof POSE_STREAM_UNITS;
  /** The camera that joints3d were lifted with. */
  readonly camera: CameraIntrinsics;
  readonly estimator: PoseStreamEstimator;
  readonly smoothing: PoseStreamSmoothing;
}

/** What a header says beyond the format's constants. */
export type PoseStreamDetails = Pick<
  PoseStreamHeader,
  'createdAt' | 'source' | 'camera' | 'estimator' | 'smoothing'
>;

/** Every line after the header. */
export interface PoseStreamFrame extends PoseFrame {
  readonly type: 'frame';
}

/** Any line of a pose stream. */
export type PoseStreamLine = PoseStreamHeader | PoseStreamFrame;

/** The header of a stream that this code writes. */
export function poseStreamHeader(details: PoseStreamDetails): PoseStreamHeader {
  const { createdAt, source, camera, estimator, smoothing } = details;
  return {
    type: 'header',
    format: 'handstream',
    version: POSE_STREAM_VERSION,
    createdAt,
    source,
    joints: JOINT_NAMES,
    units: POSE_STREAM_UNITS,
    camera,
    estimator,
    smoothing,
  };
}
