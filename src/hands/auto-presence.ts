import type { AutoOptions } from './auto-options.ts';
import { canShow, type AutoState, type Sights } from './auto-state.ts';
import { areOneHand } from './auto-twins.ts';
import { handGap } from './hand-likeness.ts';
import { otherSide, type HandSide, type PerHand } from './hand-side.ts';

/**
 * Since when InterNet alone has surely seen a hand that is not shown. Beside a shown hand it must
 * lie near it: two hands that clasp are what the detector misses, not one somewhere in the picture.
 */
export function aloneSince(
  side: HandSide,
  past: AutoState,
  { landmarker, internet, timeMs }: Sights,
  { birth, nearGap }: AutoOptions,
): number | null {
  const hand = internet[side];
  if (!hand || past.chosen[side] || landmarker[side] || hand.score < birth.score) return null;
  const other = past.hands[otherSide(side)];
  if (other && handGap(hand, other) > nearGap.leave) return null;
  return past.aloneSince[side] ?? timeMs;
}

/** Whether a hand is there, after what both estimators say and what was shown before. */
export function isThere(
  side: HandSide,
  past: AutoState,
  sights: Sights,
  since: number | null,
  { birth, aloneScore }: AutoOptions,
): boolean {
  const { landmarker, internet, fresh, timeMs } = sights;
  if (canShow('landmarker', side, sights)) return true;
  const hand = internet[side];
  if (!hand) return false;
  if (landmarker[side]) return true;
  if (!past.chosen[side]) return since !== null && timeMs - since >= birth.afterMs;
  const missedInTheOpen = fresh && !past.near;
  return !missedInTheOpen || hand.score >= aloneScore;
}

/** Whether both hands are there and near each other, with hysteresis; one hand seen twice is not. */
export function areNear(
  wereNear: boolean,
  there: PerHand<boolean>,
  { landmarker, internet }: Sights,
  options: AutoOptions,
): boolean {
  if (!there.right || !there.left) return false;
  const right = internet.right ?? landmarker.right;
  const left = internet.left ?? landmarker.left;
  if (!right || !left || areOneHand(right, left, options)) return false;
  const { enter, leave } = options.nearGap;
  return handGap(right, left) <= (wereNear ? leave : enter);
}
