import type { BoundingBox } from './bounding-box.ts';
import type { HandSide } from './hand-side.ts';
import type { Vec2, Vec3 } from './vectors.ts';

/** One hand as the detector saw it in one frame. */
export interface HandDetection {
  /** Tight box of the landmarks, px of the source frame. */
  readonly box: BoundingBox;
  /** The detector's label, already turned into the person's own side. */
  readonly side: HandSide;
  /** Probability of that label, 0..1. */
  readonly score: number;
  /** 21 joints, px of the source frame. */
  readonly landmarks: readonly Vec2[];
  /** 21 joints in metric space, mm, axes as camera space, origin at the wrist. */
  readonly worldLandmarks: readonly Vec3[];
}

/** A detection's joints in 2.5D: [x, y px of the frame, z mm behind the wrist]. */
export function detectedJoints({
  landmarks,
  worldLandmarks,
}: Pick<HandDetection, 'landmarks' | 'worldLandmarks'>): Vec3[] {
  return landmarks.map(([x, y], joint): Vec3 => [x, y, worldLandmarks[joint]![2]]);
}
