import type { AutoOptions } from './auto-options.ts';
import { wantedEstimators } from './auto-preference.ts';
import { aloneSince, areNear, isThere } from './auto-presence.ts';
import { canShow, stillValid, type AutoState, type Sights } from './auto-state.ts';
import { withoutTwin } from './auto-twins.ts';
import type { EstimatorKind } from './hand-estimate.ts';
import { jointGap } from './hand-likeness.ts';
import { HAND_SIDES, perHand, type HandSide } from './hand-side.ts';

/** Whose joints one hand gets, and since when the other's have been better. */
interface Settled {
  readonly kind: EstimatorKind | null;
  readonly betterSince: number | null;
}

/**
 * Decides for each hand whether it is there and whose joints it gets: the preferred estimator's
 * where both see it; the other's as soon as that one does not. Back, or to another preference, only
 * after `changeMs` of it without a break. Landmarks of this very frame are asked for while they are
 * shown or due: hands that are on InterNet alone run at the network's own pace.
 */
export function autoChoice(before: AutoState, sights: Sights, options: AutoOptions): AutoState {
  const { timeMs } = sights;
  const past = stillValid(before, timeMs);
  const alone = perHand((side) => aloneSince(side, past, sights, options));
  const there = perHand((side) => isThere(side, past, sights, alone[side], options));
  const near = areNear(past.near, there, sights, options);
  const wanted = wantedEstimators(near, past, sights, options);
  const settled = perHand((side) =>
    there[side] ? settle(side, wanted[side], past, sights, options) : ABSENT,
  );
  const kinds = perHand((side) => settled[side].kind);
  const chosen = withoutTwin(kinds, past, sights, options);
  return {
    timeMs,
    chosen,
    hands: perHand((side) => {
      const kind = chosen[side];
      return kind && sights[kind][side];
    }),
    near,
    betterSince: perHand((side) => settled[side].betterSince),
    aloneSince: alone,
    needsLandmarks:
      HAND_SIDES.every((side) => !chosen[side]) ||
      HAND_SIDES.some((side) => {
        const { betterSince } = settled[side];
        const due = betterSince !== null && timeMs - betterSince >= options.changeMs;
        const seenByNobodyElse = sights.landmarker[side] && !sights.internet[side];
        return chosen[side] === 'landmarker' || due || seenByNobodyElse;
      }),
  };
}

const ABSENT: Settled = { kind: null, betterSince: null };

/** With hysteresis, unless who was shown does not see the hand any more, or leaps off it. */
function settle(
  side: HandSide,
  wanted: EstimatorKind,
  past: AutoState,
  sights: Sights,
  options: AutoOptions,
): Settled {
  const current = past.chosen[side];
  if (!current || !canShow(current, side, sights)) {
    const kinds = [wanted, 'internet', 'landmarker'] as const;
    return { kind: kinds.find((kind) => canShow(kind, side, sights)) ?? null, betterSince: null };
  }
  if (wanted === current) return { kind: current, betterSince: null };
  const since = past.betterSince[side] ?? sights.timeMs;
  const due = sights.timeMs - since >= options.changeMs || leapsOff(side, past, sights, options);
  return due && canShow(wanted, side, sights)
    ? { kind: wanted, betterSince: null }
    : { kind: current, betterSince: since };
}

/** Whether who was shown is suddenly elsewhere, while the other one has stayed with the hand. */
function leapsOff(
  side: HandSide,
  past: AutoState,
  sights: Sights,
  { disagreement }: AutoOptions,
): boolean {
  const shown = past.hands[side];
  const current = past.chosen[side];
  if (!shown || !current) return false;
  const isOff = (kind: EstimatorKind) => jointGap(sights[kind][side]!, shown) > disagreement;
  const other = current === 'internet' ? 'landmarker' : 'internet';
  return isOff(current) && !isOff(other);
}
