import { HAND_SIDES } from '../../src/hands/hand-side.ts';
import { jointsWithin } from '../../src/evaluation/joints-within.ts';
import type { ShownHands } from './follow-file.ts';

export interface ClipReport {
  readonly frames: number;
  readonly framesWithHand: number;
  /** PCK@0.2 against the landmarker's own joints: of the hands that it shows, by side. */
  readonly pck: number | null;
}

/** How well a clip was followed, against what the landmarker alone shows of the same frames. */
export function compareClips(
  found: readonly ShownHands[],
  landmarkers: readonly ShownHands[],
): ClipReport {
  let [within, joints] = [0, 0];
  landmarkers.forEach(({ hands }, frame) => {
    for (const side of HAND_SIDES) {
      const own = hands[side]?.joints2d;
      if (!own) continue;
      joints += own.length;
      within += jointsWithin(found[frame]?.hands[side]?.joints2d ?? null, own);
    }
  });
  return {
    frames: found.length,
    framesWithHand: found.filter(({ hands }) => hands.right ?? hands.left).length,
    pck: joints > 0 ? within / joints : null,
  };
}
