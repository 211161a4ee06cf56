import type { EstimatorKind } from '../hands/hand-estimate.ts';
import { perHand } from '../hands/hand-side.ts';
import { landmarkerEstimator } from './landmarker-estimator.ts';
import type { PoseEstimator } from './pose-estimator.ts';

/**
 * Shows one estimator's hands and carries the other's beside them, for people to compare.
 * @param internet lent: whoever made it disposes it
 */
export function comparedEstimator(shown: EstimatorKind, internet: PoseEstimator): PoseEstimator {
  const landmarker = landmarkerEstimator();
  const own = shown === 'internet' ? internet : landmarker;
  return {
    id: own.id,
    get backend() {
      return own.backend;
    },
    detectorPace: 'each',
    async estimate(input) {
      const seen = {
        landmarker: await landmarker.estimate(input),
        internet: await internet.estimate(input),
      };
      const compared = {
        landmarker: seen.landmarker.hands,
        internet: seen.internet.hands,
        chosen: perHand((side) => seen[shown].hands[side] && shown),
      };
      return { ...seen[shown], compared };
    },
    [Symbol.dispose]: () => {},
  };
}
