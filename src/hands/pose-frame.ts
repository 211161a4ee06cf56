import type { PerHand } from './hand-side.ts';
import type { Vec2, Vec3 } from './vectors.ts';

/** Where a depth comes from: the network's relative depth, or the size of the hand in the picture. */
export type DepthOrigin = 'internet' | 'hand-size';

/** A depth along the camera's axis, mm, and where it comes from. */
export interface Depth {
  readonly mm: number;
  readonly from: DepthOrigin;
}

/** 21 joints of one hand in both spaces. */
export interface HandJoints {
  /** px of the source frame. */
  readonly joints2d: readonly Vec2[];
  /** Camera space, mm: x right, y down, z forward from the camera. */
  readonly joints3d: readonly Vec3[];
}

/** One hand of a PoseFrame: what is shown and recorded (smoothed). */
export interface HandPose extends HandJoints {
  /** Probability that this side's hand is there, 0..1. */
  readonly score: number;
  /** Depth of the wrist. */
  readonly rootDepth: Depth;
  /** Confidence of each joint, 0..1, where the estimator knows one (InterNet does). */
  readonly jointScores?: readonly number[];
  /** The unsmoothed joints, where asked for. */
  readonly raw?: HandJoints;
}

/** Both hands at one moment: the project's public result (docs/format.md). */
export interface PoseFrame {
  /** Counts the frames that went through the pipeline, from 0. */
  readonly index: number;
  /** ms since the source's first frame, by the source's own clock. */
  readonly time: number;
  /** An absent hand is null. */
  readonly hands: PerHand<HandPose | null>;
  /** Left root depth minus right root depth; null unless both hands are there. */
  readonly relativeDepth: Depth | null;
}
