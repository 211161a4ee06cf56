import { autoChoice } from '../hands/auto-choice.ts';
import { relativeDepthTrust, withBestDepths } from '../hands/auto-depth.ts';
import { DEFAULT_AUTO, type AutoOptions } from '../hands/auto-options.ts';
import { UNDECIDED, type AutoState, type Sights } from '../hands/auto-state.ts';
import { perHand } from '../hands/hand-side.ts';
import { createJointFade } from '../hands/joint-fade.ts';
import type { InternetFailure } from '../workers/internet-failure.ts';
import { landmarkHands } from './landmarker-estimator.ts';
import type { EstimatorInput, PoseEstimator } from './pose-estimator.ts';
import { untilLost } from './until-lost.ts';

/** What `auto` works with and decides by. */
export interface AutoEstimatorOptions {
  /** Lent: whoever made it disposes it (`internetEstimator`). */
  readonly internet: PoseEstimator;
  readonly options?: AutoOptions;
  /** Asked with every frame: whether the detector is to see each, for people to compare both. */
  readonly compare?: () => boolean;
  /** Told once if InterNet cannot be kept alive; the landmarks go on alone. */
  readonly onInternetLost?: (failure: InternetFailure) => void;
}

/** How long the detector's word about an earlier frame counts as news of a hand, ms. */
const NEWS_MS = 500;

const NOBODY = { right: null, left: null };

/**
 * InterNet and the detector's landmarks: each hand from whichever is better there (`autoChoice`,
 * `withBestDepths`), its joints moving over where that changes; the relative depth InterNet's where
 * the hands are near each other. The detector sees each frame while landmarks are shown or due;
 * hands on InterNet alone go at InterNet's pace.
 */
export function autoEstimator({
  internet,
  options = DEFAULT_AUTO,
  compare = () => false,
  onInternetLost = () => {},
}: AutoEstimatorOptions): PoseEstimator {
  const network = untilLost(internet, onInternetLost);
  const fades = perHand(() => createJointFade(options.fadeMs));
  let state: AutoState = UNDECIDED;
  let news = { hands: landmarkHands(NOBODY), timeMs: -Infinity };

  const landmarksOf = ({ sided, detectionsAre, timeMs }: EstimatorInput) => {
    if (detectionsAre !== 'known') news = { hands: landmarkHands(sided), timeMs };
    const age = timeMs - news.timeMs;
    return age >= 0 && age <= NEWS_MS ? news.hands : NOBODY;
  };

  return {
    id: 'auto',
    get backend() {
      return network.backend;
    },
    get detectorPace() {
      return state.needsLandmarks || compare() ? 'each' : 'beside';
    },
    async estimate(input) {
      const { timeMs, detectionsAre, isStill } = input;
      const landmarker = landmarksOf(input);
      const { hands, relativeDepthMm } = await network.estimate(input);
      const fresh = detectionsAre === 'of-this-frame';
      const sights: Sights = { timeMs, fresh, landmarker, internet: hands };
      // What would have to last to count has no time to in a still; InterNet has looked longer instead.
      const birth = { ...options.birth, ...(isStill && { afterMs: 0 }) };
      state = autoChoice(state, sights, { ...options, birth });
      const trust = relativeDepthTrust(state.hands, sights, options);
      return {
        hands: perHand((side) => {
          const { hand, source } = withBestDepths(side, state, sights, options);
          return fades[side](hand, source, timeMs);
        }),
        relativeDepthMm: trust === null ? null : relativeDepthMm,
        relativeDepthTrust: trust ?? 0,
        compared: {
          landmarker: fresh ? landmarker : NOBODY,
          internet: hands,
          chosen: state.chosen,
        },
      };
    },
    [Symbol.dispose]: () => {},
  };
}
