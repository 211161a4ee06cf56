import type { Vec3 } from '../hands/vectors.ts';

/** How one finger is held, degrees; all zero is the nearly straight finger the mesh was modelled with. */
export interface FingerPose {
  /** Flexion at the knuckle (MCP), -25..92. */
  readonly knuckle: number;
  /** Flexion at the middle joint (PIP), -8..108; the last joint (DIP) follows it. */
  readonly bend: number;
  /** Sideways at the knuckle, towards the thumb; about -20..20. */
  readonly spread: number;
}

/** How the thumb is held. */
export interface ThumbPose {
  /** 0 beside the palm, 1 across it: turns the base joint (CMC) about all its axes. */
  readonly opposition: number;
  /** Away from the index finger in the plane of the palm, degrees. */
  readonly spread: number;
  /** Flexion at the middle joint (MCP), degrees, -15..55. */
  readonly knuckle: number;
  /** Flexion at the last joint (IP), degrees, -25..80. */
  readonly bend: number;
}

/** A turn as degrees about the camera's axes: yaw about y first, then pitch about x, then roll about z. */
export interface Turn {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/** How the fingers are held, wherever the hand is. */
export interface HandShape {
  readonly thumb: ThumbPose;
  /** Index, middle, ring, pinky. */
  readonly fingers: readonly [FingerPose, FingerPose, FingerPose, FingerPose];
}

/**
 * One whole hand, written as a right hand: for a left one everything is mirrored in x. Without a
 * turn the fingers point up the picture (-y) and the palm looks into the camera (-z).
 */
export interface HandPose extends HandShape {
  /** The wrist, mm in camera axes from the centre of the pair; right hands lie at -x. */
  readonly wrist: Vec3;
  readonly turn: Turn;
}
