import type { AutoOptions } from './auto-options.ts';
import { canShow, type AutoState, type Sights } from './auto-state.ts';
import type { EstimatorKind } from './hand-estimate.ts';
import { jointGap } from './hand-likeness.ts';
import { HAND_SIDES, otherSide, perHand, type PerHand } from './hand-side.ts';

type Kinds = PerHand<EstimatorKind | null>;

/**
 * Where the right and the left hand are one hand seen twice, as by two estimators that disagree on
 * its side: two hands that were shown go on with the estimator that tells them apart; else one side
 * keeps it, the one that was shown unless the other is much surer.
 */
export function withoutTwin(
  chosen: Kinds,
  past: AutoState,
  sights: Sights,
  { sameHand, surerBy }: AutoOptions,
): Kinds {
  if (!areTwins(chosen, sights, sameHand)) return chosen;
  if (past.chosen.right && past.chosen.left) {
    const kind = (['internet', 'landmarker'] as const).find(
      (each) =>
        HAND_SIDES.every((side) => canShow(each, side, sights)) &&
        !areTwins({ right: each, left: each }, sights, sameHand),
    );
    if (kind) return { right: kind, left: kind };
  }
  const claims = perHand((side) => {
    const { score } = sights[chosen[side]!][side]!;
    const keepsIt = past.chosen[side] && !past.chosen[otherSide(side)];
    return score + (keepsIt ? surerBy : 0);
  });
  return claims.right >= claims.left
    ? { right: chosen.right, left: null }
    : { right: null, left: chosen.left };
}

function areTwins({ right, left }: Kinds, sights: Sights, sameHand: number): boolean {
  if (!right || !left) return false;
  return jointGap(sights[right].right!, sights[left].left!) < sameHand;
}
