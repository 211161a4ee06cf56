import { followedHand, type ExpectedHand } from '../hands/expected-hand.ts';
import type { HandTrack } from '../hands/hand-tracks.ts';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import type { PoseEstimate } from '../hands/hand-estimate.ts';

/** Joints older than this say nothing about where the hand is now, ms; slow machines do 2 Hz. */
const FOLLOW_MS = 1000;
/** Hands keep their velocity this long, ms: after that they may have turned. */
const MOVE_ON_MS = 100;
/** So long a measured relative depth stands in for the frames without a crop around both, ms. */
const HOLD_RELATIVE_MS = 1500;

const NOBODY: PerHand<null> = { right: null, left: null };

interface Remembered extends PoseEstimate {
  readonly timeMs: number;
}

const NOTHING: Remembered = { hands: NOBODY, relativeDepthMm: null, timeMs: -Infinity };

/**
 * What one frame leaves for the next: the detector's tracks and the estimator's last joints. It is
 * how the detect and crop stages, before the estimator, learn what it saw one frame earlier.
 */
export class TrackMemory {
  tracks: readonly HandTrack[] = [];
  #last = NOTHING;
  #before = NOTHING;
  #relativeMm = 0;
  #relativeMs = -Infinity;

  /** Takes an estimate in; gives it back with the relative depth measured a moment ago if it has none. */
  remember(estimate: PoseEstimate, timeMs: number): PoseEstimate {
    this.#before = this.#last;
    const known = this.#withRelativeDepth(estimate, timeMs);
    this.#last = { ...known, timeMs };
    return known;
  }

  /** The last estimate's hands, moved on, where they still tell where the hands are. */
  followed(timeMs: number): PerHand<ExpectedHand | null> {
    const [last, before] = [this.#last, this.#before];
    const age = timeMs - last.timeMs;
    if (!(age > 0 && age <= FOLLOW_MS)) return NOBODY;
    const between = last.timeMs - before.timeMs;
    const hasVelocity = between > 0 && between <= FOLLOW_MS;
    const steps = Math.min(age, MOVE_ON_MS) / between;
    return perHand((side) =>
      followedHand(last.hands[side], hasVelocity ? before.hands[side] : null, steps),
    );
  }

  /** Left root depth minus right root depth of the last estimate, mm; null where it had none. */
  relativeDepthMm(timeMs: number): number | null {
    const age = timeMs - this.#last.timeMs;
    return age > 0 && age <= FOLLOW_MS ? this.#last.relativeDepthMm : null;
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
