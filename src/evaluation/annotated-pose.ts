import type { BoundingBox } from '../hands/bounding-box.ts';
import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { PerHand } from '../hands/hand-side.ts';
import type { HandType } from '../hands/hand-type.ts';
import type { Vec3 } from '../hands/vectors.ts';

/** One hand as a data set knows it. */
export interface AnnotatedHand {
  /** Camera space, mm, public order. */
  readonly joints: readonly Vec3[];
  /** Whether each joint's place is known. */
  readonly valid: readonly boolean[];
}

/** One picture of a data set with what is to be found in it. */
export interface AnnotatedPose {
  /** Unique in its data set. */
  readonly id: number;
  /** Path of the picture below the folder of images. */
  readonly image: string;
  /** The square that the network is given, px; computed in float32 as the official code does. */
  readonly box: BoundingBox;
  readonly camera: CameraIntrinsics;
  readonly handType: HandType;
  /** False: the type is too doubtful to count for handedness. */
  readonly handTypeValid: boolean;
  /** Null: a hand that is not annotated. */
  readonly hands: PerHand<AnnotatedHand | null>;
  /** Depth of each wrist that predictions are lifted with, mm. */
  readonly rootDepthMm: PerHand<number>;
}

/** A data set, annotation by annotation: a whole one does not fit into memory. */
export interface PoseDataset {
  readonly size: number;
  /** How many joints its metrics have (PoseMetricsOptions.joints). */
  readonly joints: 'each' | 'either';
  /** @throws MalformedFile when something is missing or wrong about that annotation */
  pose(index: number): AnnotatedPose;
}
