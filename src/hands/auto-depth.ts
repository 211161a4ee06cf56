import type { AutoOptions } from './auto-options.ts';
import type { AutoState, Sights } from './auto-state.ts';
import type { HandEstimate } from './hand-estimate.ts';
import { handGap, jointGap } from './hand-likeness.ts';
import { HAND_SIDES, type HandSide, type PerHand } from './hand-side.ts';
import { atDepthsOf } from './joint-depths.ts';

/** A hand with a word on where its depths come from. */
export interface DeepHand {
  readonly hand: HandEstimate | null;
  /** Names whose joints and whose depths it has: where that changes, joints leap. */
  readonly source: string | null;
}

/**
 * The chosen hand, with InterNet's depths where both see the same one: MediaPipe's landmarks lie
 * nearer to the joints in the picture, InterNet's nearer in depth (docs/models.md).
 */
export function withBestDepths(
  side: HandSide,
  { hands, chosen }: AutoState,
  { internet }: Sights,
  { disagreement }: AutoOptions,
): DeepHand {
  const [hand, kind, deep] = [hands[side], chosen[side], internet[side]];
  if (!hand || kind !== 'landmarker' || !deep || jointGap(hand, deep) > disagreement) {
    return { hand, source: kind };
  }
  const joints = atDepthsOf(hand.joints, deep.joints);
  return { hand: { ...hand, joints }, source: 'landmarker and internet' };
}

/**
 * How far InterNet's relative depth is to be believed, 0..1, over the one from the hands' sizes:
 * wholly where hands are near each other, not at all far apart, where it says too little. Null
 * where it does not mean the two hands that are shown.
 */
export function relativeDepthTrust(
  shown: PerHand<HandEstimate | null>,
  { internet }: Sights,
  { disagreement, nearGap }: AutoOptions,
): number | null {
  const isMeant = HAND_SIDES.every((side) => {
    const [hand, seen] = [shown[side], internet[side]];
    return hand && seen && jointGap(hand, seen) <= disagreement;
  });
  if (!isMeant) return null;
  const gap = handGap(shown.right!, shown.left!);
  return Math.min(1, Math.max(0, (nearGap.leave - gap) / (nearGap.leave - nearGap.enter)));
}
