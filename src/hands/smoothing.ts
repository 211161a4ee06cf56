import type { LiftedHand } from './lifted-hand.ts';
import { createOneEuro, createPointsOneEuro, type OneEuroOptions } from './one-euro.ts';

/** One-Euro settings of each quantity that is smoothed. */
export interface SmoothingOptions {
  /** Joints in the picture, px; beta is per px/s in a frame 640 px on its longer side. */
  readonly joints2d: OneEuroOptions;
  /** Joints around the root, mm. */
  readonly rootRelative: OneEuroOptions;
  /** Root depth and relative depth, mm. */
  readonly depth: OneEuroOptions;
  /** A hand that was away for longer than this starts anew, ms. */
  readonly resetAfterMs: number;
}

/** Chosen on the clip and the synthetic hands by the authors' procedure (docs/decisions.md). */
export const DEFAULT_SMOOTHING: SmoothingOptions = {
  joints2d: { minCutoffHz: 2, beta: 0.03, derivativeCutoffHz: 1 },
  rootRelative: { minCutoffHz: 2, beta: 0.03, derivativeCutoffHz: 1 },
  depth: { minCutoffHz: 0.7, beta: 0.005, derivativeCutoffHz: 1 },
  resetAfterMs: 150,
};

/** Without a frame for longer than this even a hand that never left starts anew, ms. */
const STALE_MS = 1000;

/** Frame side that the px settings are given for. */
const REFERENCE_SIDE_PX = 640;

export interface HandSmoother {
  /** The smoothed hand; null stays null. Times that do not advance by real steps start anew. */
  smooth(hand: LiftedHand | null, timeMs: number): LiftedHand | null;
}

/** Smooths one hand over time: pixels in px, shape in mm, root depth in mm, each by its own filter. */
export function createHandSmoother(
  options: SmoothingOptions,
  longerFrameSidePx: number,
): HandSmoother {
  const { joints2d, rootRelative, depth, resetAfterMs } = options;
  const beta = joints2d.beta * (REFERENCE_SIDE_PX / longerFrameSidePx);
  const pixels = createPointsOneEuro({ ...joints2d, beta });
  const shape = createPointsOneEuro(rootRelative);
  const root = createOneEuro(depth);
  const returns = createReturnDetector(resetAfterMs);
  return {
    smooth(hand, timeMs) {
      const returned = returns(hand !== null, timeMs);
      if (!hand) return null;
      if (returned) for (const filter of [pixels, shape, root]) filter.reset();
      return {
        ...hand,
        joints2d: pixels.filter(hand.joints2d, timeMs),
        rootRelative: shape.filter(hand.rootRelative, timeMs),
        rootDepth: { ...hand.rootDepth, mm: root.filter(hand.rootDepth.mm, timeMs) },
      };
    },
  };
}

/**
 * Tells, frame by frame, whether something is seen again after it was away, or after its past has
 * gone stale or lies in the future. Slow frames alone are no absence.
 */
export function createReturnDetector(
  resetAfterMs: number,
): (seen: boolean, timeMs: number) => boolean {
  let lastSeenMs = -Infinity;
  let wasAway = true;
  return (seen, timeMs) => {
    if (!seen) {
      wasAway = true;
      return false;
    }
    const gapMs = timeMs - lastSeenMs;
    const returned = gapMs < 0 || gapMs > (wasAway ? resetAfterMs : STALE_MS);
    lastSeenMs = timeMs;
    wasAway = false;
    return returned;
  };
}
