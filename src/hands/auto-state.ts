import type { EstimatorKind, HandEstimate } from './hand-estimate.ts';
import { perHand, type HandSide, type PerHand } from './hand-side.ts';

/** What both estimators say about one frame. */
export interface Sights extends Readonly<Record<EstimatorKind, PerHand<HandEstimate | null>>> {
  readonly timeMs: number;
  /**
   * Whether the landmarks are of this very frame; only then can they be shown. Older ones are no
   * more than news of a hand.
   */
  readonly fresh: boolean;
}

/** What `auto` decided about one frame, and what it must know for the next. */
export interface AutoState {
  readonly timeMs: number;
  /** Whose joints are shown; null: no such hand. */
  readonly chosen: PerHand<EstimatorKind | null>;
  readonly hands: PerHand<HandEstimate | null>;
  /** Whether the hands are near each other. */
  readonly near: boolean;
  /** Since when the estimator that is not shown has been the better one, ms; null: it is not. */
  readonly betterSince: PerHand<number | null>;
  /** Since when InterNet alone has surely seen a hand that is not shown, ms; null: it has not. */
  readonly aloneSince: PerHand<number | null>;
  /** Whether the next frame needs landmarks of its own. */
  readonly needsLandmarks: boolean;
}

/** Before the first frame. */
export const UNDECIDED: AutoState = {
  timeMs: -Infinity,
  chosen: perHand(() => null),
  hands: perHand(() => null),
  near: false,
  betterSince: perHand(() => null),
  aloneSince: perHand(() => null),
  needsLandmarks: true,
};

/** What is older than this, or of a time to come, says nothing about now, ms. */
const STALE_MS = 1000;

/** The last decision, where it still says anything at this time. */
export function stillValid(state: AutoState, timeMs: number): AutoState {
  const age = timeMs - state.timeMs;
  return age > 0 && age <= STALE_MS ? state : UNDECIDED;
}

/** Whether an estimator's joints of this side can be shown in this frame. */
export function canShow(kind: EstimatorKind, side: HandSide, sights: Sights): boolean {
  return sights[kind][side] !== null && (kind === 'internet' || sights.fresh);
}
