import { HAND_SIDES } from '../hands/hand-side.ts';
import { poseError } from '../hands/pose-error.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { byId } from './by-id.ts';
import { setText } from './set-text.ts';

const NOTHING = '–';

/** The live error against what a synthetic source knows about its own picture. */
export class TruthCard {
  readonly #card = byId('truth-card', HTMLElement);

  /** Only a synthetic source has a truth to compare with. */
  available(there: boolean): void {
    this.#card.hidden = !there;
  }

  show({ hands, relativeDepth, frame: { truth } }: LivePoseFrame): void {
    if (!truth) return;
    for (const side of HAND_SIDES) {
      const pose = hands[side];
      const exact = truth.hands[side];
      const error = pose && exact ? poseError(pose, exact) : null;
      const put = (row: string, text: string | undefined) =>
        setText(byId(`truth-${row}-${side}`, HTMLElement), text ?? NOTHING);
      put('px', error ? `${error.meanPx.toFixed(1)} px` : undefined);
      put('box', error ? `${(error.boxFraction * 100).toFixed(1)} %` : undefined);
      put('mm', error ? `${error.mpjpeMm.toFixed(1)} mm` : undefined);
      put('root', error ? signedMm(error.rootDepthErrorMm) : undefined);
    }
    const relative =
      relativeDepth && truth.relativeDepthMm !== null
        ? signedMm(relativeDepth.mm - truth.relativeDepthMm)
        : NOTHING;
    setText(byId('truth-relative', HTMLElement), relative);
  }
}

function signedMm(mm: number): string {
  const rounded = Math.round(mm);
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded)} mm`;
}
