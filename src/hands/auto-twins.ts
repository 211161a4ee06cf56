import type { AutoOptions } from './auto-options.ts';
import { canShow, type AutoState, type Sights } from './auto-state.ts';
import { meanJointScore, type EstimatorKind, type HandEstimate } from './hand-estimate.ts';
import { jointGap } from './hand-likeness.ts';
import { HAND_SIDES, otherSide, perHand, type PerHand } from './hand-side.ts';

type Kinds = PerHand<EstimatorKind | null>;

/**
 * Where the right and the left hand are one hand seen twice, as by two estimators that disagree on
 * its side: two hands go on with the estimator that tells them apart, if they were shown before or
 * InterNet is sure of both; else one side keeps it, the one that was shown unless the other is much
 * surer.
 */
export function withoutTwin(
  chosen: Kinds,
  past: AutoState,
  sights: Sights,
  options: AutoOptions,
): Kinds {
  if (!areTwins(chosen, sights, options)) return chosen;
  const wereTwo = past.chosen.right && past.chosen.left;
  const kind = (['internet', 'landmarker'] as const).find(
    (each) =>
      (wereTwo || isSureOfBoth(sights[each], options)) &&
      HAND_SIDES.every((side) => canShow(each, side, sights)) &&
      !areTwins({ right: each, left: each }, sights, options),
  );
  if (kind) return { right: kind, left: kind };
  const claims = perHand((side) => {
    const { score } = sights[chosen[side]!][side]!;
    const keepsIt = past.chosen[side] && !past.chosen[otherSide(side)];
    return score + (keepsIt ? options.surerBy : 0);
  });
  return claims.right >= claims.left
    ? { right: chosen.right, left: null }
    : { right: null, left: chosen.left };
}

function areTwins({ right, left }: Kinds, sights: Sights, options: AutoOptions): boolean {
  if (!right || !left) return false;
  return areOneHand(sights[right].right!, sights[left].left!, options);
}

/** Whether a right and a left hand are one, seen twice. */
export function areOneHand(right: HandEstimate, left: HandEstimate, options: AutoOptions): boolean {
  const gap = jointGap(right, left);
  if (gap >= options.sameHand) return false;
  return gap < options.sameHand / 3 || !isSureOfBoth({ right, left }, options);
}

function isSureOfBoth(hands: PerHand<HandEstimate | null>, { bothSure }: AutoOptions): boolean {
  return HAND_SIDES.every((side) => {
    const hand = hands[side];
    return hand !== null && (meanJointScore(hand) ?? 0) >= bothSure;
  });
}
