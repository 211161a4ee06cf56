import type { PoseEstimate } from '../hands/hand-estimate.ts';
import { InternetFailure } from '../workers/internet-failure.ts';
import type { PoseEstimator } from './pose-estimator.ts';

const NOBODY: PoseEstimate = { hands: { right: null, left: null }, relativeDepthMm: null };

/**
 * InterNet for where there are landmarks to go on with: when it cannot be kept alive it sees nobody
 * from then on, instead of ending the stream.
 * @param onLost told once
 */
export function untilLost(
  internet: PoseEstimator,
  onLost: (failure: InternetFailure) => void,
): PoseEstimator {
  let lost = false;
  return {
    id: internet.id,
    get backend() {
      return internet.backend;
    },
    get detectorPace() {
      return internet.detectorPace;
    },
    async estimate(input) {
      if (lost) return NOBODY;
      try {
        return await internet.estimate(input);
      } catch (error) {
        if (!(error instanceof InternetFailure)) throw error;
        lost = true;
        onLost(error);
        return NOBODY;
      }
    },
    [Symbol.dispose]: () => {},
  };
}
