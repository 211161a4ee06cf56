import type { AutoOptions } from './auto-options.ts';
import type { AutoState, Sights } from './auto-state.ts';
import type { EstimatorKind } from './hand-estimate.ts';
import { jointGap } from './hand-likeness.ts';
import { HAND_SIDES, perHand, type PerHand } from './hand-side.ts';

/**
 * Whose joints each hand should have: the preferred estimator's, or of the only one that sees it.
 * Where both mean the same the landmarks lie nearer to the fingers (docs/models.md); but two hands
 * near each other the detector takes for each other or for one before it contradicts InterNet.
 */
export function wantedEstimators(
  near: boolean,
  past: AutoState,
  sights: Sights,
  options: AutoOptions,
): PerHand<EstimatorKind> {
  const preferred = preference(near, past, sights, options);
  return perHand((side) => {
    if (!sights.landmarker[side]) return 'internet';
    return sights.internet[side] ? preferred : 'landmarker';
  });
}

/** Whose word goes first in this frame; for both hands, lest one be taken for the other. */
function preference(
  near: boolean,
  past: AutoState,
  sights: Sights,
  { disagreement }: AutoOptions,
): EstimatorKind {
  if (near) return 'internet';
  const contradict = HAND_SIDES.some((side) => {
    const [one, other] = [sights.landmarker[side], sights.internet[side]];
    return one && other && jointGap(one, other) > disagreement;
  });
  if (!contradict) return 'landmarker';
  const doubts = (kind: EstimatorKind) => doubt(kind, past, sights);
  return doubts('landmarker') <= doubts('internet') ? 'landmarker' : 'internet';
}

/** How unsure an estimator is of the hands that both see, and how far it leaps from what was shown. */
function doubt(kind: EstimatorKind, past: AutoState, { landmarker, internet }: Sights): number {
  const hands = kind === 'landmarker' ? landmarker : internet;
  return HAND_SIDES.filter((side) => landmarker[side] && internet[side]).reduce((sum, side) => {
    const shown = past.hands[side];
    const leap = shown ? Math.min(1, jointGap(hands[side]!, shown)) : 0;
    return sum + leap + (1 - hands[side]!.score);
  }, 0);
}
