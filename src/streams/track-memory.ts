import { boxOfPoints, type BoundingBox } from '../hands/bounding-box.ts';
import type { HandTrack } from '../hands/hand-tracks.ts';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import type { PoseEstimate } from '../hands/hand-estimate.ts';

/** A hand the estimator is less sure of is no longer followed by its joints. */
const FOLLOW_SCORE = 0.3;
/** Joints older than this say nothing about where the hand is now, ms; slow machines do 3 Hz. */
const FOLLOW_MS = 500;

/**
 * What one frame leaves for the next: the detector's tracks and the estimator's last joints. It is
 * how the crop stage, before the estimator, learns what the estimator saw one frame earlier.
 */
export class TrackMemory {
  tracks: readonly HandTrack[] = [];
  #followed: PerHand<BoundingBox | null> = { right: null, left: null };
  #timeMs = -Infinity;

  remember(estimate: PoseEstimate, timeMs: number): void {
    this.#followed = perHand((side) => {
      const hand = estimate.hands[side];
      if (!hand || hand.score < FOLLOW_SCORE) return null;
      return boxOfPoints(hand.joints.map(([x, y]) => [x, y]));
    });
    this.#timeMs = timeMs;
  }

  /** Boxes of the last estimate's joints, px, where they still tell where the hands are. */
  followed(timeMs: number): PerHand<BoundingBox | null> {
    const age = timeMs - this.#timeMs;
    return age > 0 && age <= FOLLOW_MS ? this.#followed : { right: null, left: null };
  }
}
