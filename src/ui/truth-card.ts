import { HAND_SIDES } from '../hands/hand-side.ts';
import { poseError } from '../hands/pose-error.ts';
import { PoseMetrics } from '../hands/pose-metrics.ts';
import { livePoseSample } from '../hands/pose-sample.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { byId } from './by-id.ts';
import { setText } from './set-text.ts';

const NOTHING = '–';

const SPLITS = ['single', 'interacting', 'all'] as const;

/** The live error against what a synthetic source knows about its own picture. */
export class TruthCard {
  readonly #card = byId('truth-card', HTMLElement);
  #metrics = startMetrics();

  /** Another source begins; only a synthetic one has a truth to compare with. */
  reset(there: boolean): void {
    this.#card.hidden = !there;
    this.#metrics = startMetrics();
  }

  /** Counts a frame in. */
  add(live: LivePoseFrame): void {
    const sample = live.frame.truth && livePoseSample(live, live.frame.truth);
    if (sample) this.#metrics.add(sample);
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
    this.#showScores();
  }

  #showScores(): void {
    const { mpjpe, mrrpe, aph } = this.#metrics.report();
    const put = (id: string, text: string) => setText(byId(`score-${id}`, HTMLElement), text);
    for (const split of SPLITS) put(split, mmOrNothing(mpjpe[split]));
    put('mrrpe', mmOrNothing(mrrpe));
    put('aph', aph === null ? NOTHING : aph.toFixed(3));
  }
}

function startMetrics(): PoseMetrics {
  return new PoseMetrics({ convention: 'official', joints: 'each' });
}

function mmOrNothing(mm: number | null): string {
  return mm === null ? NOTHING : mm.toFixed(1);
}

function signedMm(mm: number): string {
  const rounded = Math.round(mm);
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded)} mm`;
}
