import type { OneEuroOptions } from '../hands/one-euro.ts';
import { DEFAULT_SMOOTHING, type SmoothingOptions } from '../hands/smoothing.ts';
import type { ReplaySmoothing } from '../streams/replay-shown.ts';

/** What a replay's joints can be shown with, by the names of the options in the page. */
export const REPLAY_SMOOTHINGS: Readonly<Record<string, ReplaySmoothing>> = {
  'as-recorded': 'as-recorded',
  standard: DEFAULT_SMOOTHING,
  calm: scaled(0.4),
  quick: scaled(2.5),
  off: 'off',
};

/** The standard filters with all cutoffs so many times as high: lower is calmer and lags more. */
function scaled(factor: number): SmoothingOptions {
  const each = ({ minCutoffHz, beta, derivativeCutoffHz }: OneEuroOptions): OneEuroOptions => ({
    minCutoffHz: minCutoffHz * factor,
    beta: beta * factor,
    derivativeCutoffHz,
  });
  const { joints2d, rootRelative, depth, resetAfterMs } = DEFAULT_SMOOTHING;
  return {
    joints2d: each(joints2d),
    rootRelative: each(rootRelative),
    depth: each(depth),
    resetAfterMs,
  };
}
