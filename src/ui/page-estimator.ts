import { autoEstimator } from '../streams/auto-estimator.ts';
import { comparedEstimator } from '../streams/compared-estimator.ts';
import { landmarkerEstimator } from '../streams/landmarker-estimator.ts';
import type { PoseEstimator } from '../streams/pose-estimator.ts';
import { untilLost } from '../streams/until-lost.ts';
import type { InternetFailure } from '../workers/internet-failure.ts';
import { AUTO, LANDMARKER, type ModelChoice } from './model-choice.ts';

export interface PageEstimatorOptions {
  /** Whether both estimators are to be seen at once; `auto` alone asks again. */
  readonly compare: () => boolean;
  /** InterNet cannot be kept alive; the landmarks go on. */
  readonly onInternetLost: (failure: InternetFailure) => void;
}

/**
 * What a choice runs on.
 * @param internet the network it asked for; null: it asked for none
 */
export function pageEstimator(
  { id }: ModelChoice,
  internet: PoseEstimator | null,
  { compare, onInternetLost }: PageEstimatorOptions,
): PoseEstimator {
  if (!internet) return landmarkerEstimator();
  if (id === AUTO) return autoEstimator({ internet, compare, onInternetLost });
  if (id === LANDMARKER)
    return comparedEstimator('landmarker', untilLost(internet, onInternetLost));
  return compare() ? comparedEstimator('internet', internet) : internet;
}
