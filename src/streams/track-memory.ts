import { boxOfPoints, type BoundingBox } from '../hands/bounding-box.ts';
import type { HandTrack } from '../hands/hand-tracks.ts';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import type { PoseEstimate } from '../hands/hand-estimate.ts';

/** A hand the estimator is less sure of is no longer followed by its joints. */
const FOLLOW_SCORE = 0.3;
/** Joints older than this say nothing about where the hand is now, ms; slow machines do 2 Hz. */
const FOLLOW_MS = 1000;
/** So long a measured relative depth stands in for the frames without a crop around both, ms. */
const HOLD_RELATIVE_MS = 1500;

const NOWHERE: PerHand<null> = { right: null, left: null };

/**
 * What one frame leaves for the next: the detector's tracks and the estimator's last joints. It is
 * how the detect and crop stages, before the estimator, learn what it saw one frame earlier.
 */
export class TrackMemory {
  tracks: readonly HandTrack[] = [];
  #followed: PerHand<BoundingBox | null> = NOWHERE;
  #timeMs = -Infinity;
  #relativeMm = 0;
  #relativeMs = -Infinity;

  /** Takes an estimate in; gives it back with the relative depth measured a moment ago if it has none. */
  remember(estimate: PoseEstimate, timeMs: number): PoseEstimate {
    this.#followed = perHand((side) => {
      const hand = estimate.hands[side];
      if (!hand || hand.score < FOLLOW_SCORE) return null;
      return boxOfPoints(hand.joints.map(([x, y]) => [x, y]));
    });
    this.#timeMs = timeMs;
    return this.#withRelativeDepth(estimate, timeMs);
  }

  /** Boxes of the last estimate's joints, px, where they still tell where the hands are. */
  followed(timeMs: number): PerHand<BoundingBox | null> {
    const age = timeMs - this.#timeMs;
    return age > 0 && age <= FOLLOW_MS ? this.#followed : NOWHERE;
  }

  /** Whether any hand is followed: without one, a frame has nothing to look at before the detector. */
  follows(timeMs: number): boolean {
    const { right, left } = this.followed(timeMs);
    return right !== null || left !== null;
  }

  #withRelativeDepth(estimate: PoseEstimate, timeMs: number): PoseEstimate {
    const { hands, relativeDepthMm } = estimate;
    if (relativeDepthMm !== null) {
      this.#relativeMm = relativeDepthMm;
      this.#relativeMs = timeMs;
      return estimate;
    }
    const age = timeMs - this.#relativeMs;
    const holds = age >= 0 && age <= HOLD_RELATIVE_MS && hands.right && hands.left;
    return holds ? { ...estimate, relativeDepthMm: this.#relativeMm } : estimate;
  }
}
