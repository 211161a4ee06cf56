import { autoEstimator } from '../streams/auto-estimator.ts';
import { internetEstimator } from '../streams/internet-estimator.ts';
import { landmarkerEstimator } from '../streams/landmarker-estimator.ts';
import type { PoseEstimator } from '../streams/pose-estimator.ts';
import type { DetectorOptions } from '../workers/detector-options.ts';
import type { HandDetector } from '../workers/hand-detector.ts';
import type { InternetFailure } from '../workers/internet-failure.ts';
import { openDetector } from '../workers/open-detector.ts';
import { LITE_NAME, openLite } from '../workers/open-lite.ts';

/**
 * What finds the joints: InterNet-Lite and the detector's landmarks, each where it is better; or
 * either alone. With the landmarks alone no network is fetched.
 */
export type EstimatorChoice = 'auto' | 'lite' | 'landmarker';

/** The parts of a pipeline that run in workers. */
export interface PipelineParts {
  /** Lent: whoever opened it disposes it (`openDetector`). Default: one is opened, and ended again. */
  readonly detector?: HandDetector | undefined;
  /** Default 'auto'. One's own (`internetEstimator`, `autoEstimator`) is lent. */
  readonly estimator?: EstimatorChoice | PoseEstimator | undefined;
  /** Called with the fraction of the way to open parts, 0..1, never falling. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /** Told once if 'auto' cannot keep InterNet alive; the landmarks go on alone. */
  readonly onInternetLost?: ((failure: InternetFailure) => void) | undefined;
}

/** A part, and how to let go of it: what was lent stays open. */
interface Held<Part> {
  readonly part: Part;
  readonly letGo: () => void;
}

/** Parts that are being opened. */
export interface OpeningParts {
  /** Rejects with the failure of whichever cannot be had. */
  readonly opened: Promise<readonly [Held<HandDetector>, Held<PoseEstimator>]>;
  /** Ends those that are owned, now or once they are open. */
  readonly letGo: () => void;
}

/** Opens, side by side, what was not given. */
export function openParts(parts: PipelineParts, mode: DetectorOptions['mode']): OpeningParts {
  const ending = new AbortController();
  const progressOf = meanProgress(parts.onProgress ?? (() => {}));
  const detector = holdDetector(parts, mode, progressOf('detector'));
  const estimator = holdEstimator(parts, ending.signal, progressOf('estimator'));
  return {
    opened: Promise.all([detector, estimator]),
    letGo() {
      ending.abort();
      // What could not be opened has been reported by `opened`.
      for (const held of [detector, estimator])
        held.then(
          ({ letGo }) => letGo(),
          () => {},
        );
    },
  };
}

async function holdDetector(
  { detector }: PipelineParts,
  mode: DetectorOptions['mode'],
  onProgress: (fraction: number) => void,
): Promise<Held<HandDetector>> {
  const held = detector ? lent(detector) : owned(await openDetector({ mode, onProgress }));
  onProgress(1);
  return held;
}

async function holdEstimator(
  { estimator = 'auto', onInternetLost = () => {} }: PipelineParts,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<Held<PoseEstimator>> {
  if (estimator !== 'auto' && estimator !== 'lite') {
    onProgress(1);
    return lent(estimator === 'landmarker' ? landmarkerEstimator() : estimator);
  }
  const engine = await openLite({ signal, onProgress });
  onProgress(1);
  const internet = internetEstimator(engine, LITE_NAME);
  const part = estimator === 'lite' ? internet : autoEstimator({ internet, onInternetLost });
  return { part, letGo: () => engine[Symbol.dispose]() };
}

function lent<Part>(part: Part): Held<Part> {
  return { part, letGo: () => {} };
}

function owned<Part extends Disposable>(part: Part): Held<Part> {
  return { part, letGo: () => part[Symbol.dispose]() };
}

/** Both parts are waited for: how far they are is the mean of the two. */
function meanProgress(onProgress: (fraction: number) => void) {
  const fractions = { detector: 0, estimator: 0 };
  return (part: keyof typeof fractions) => (fraction: number) => {
    fractions[part] = fraction;
    onProgress((fractions.detector + fractions.estimator) / 2);
  };
}
