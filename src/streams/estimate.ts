import type { OperatorFunction } from 'rxjs';
import type { PoseEstimate } from '../hands/hand-estimate.ts';
import type { Cropped } from './crop.ts';
import type { PoseEstimator } from './pose-estimator.ts';
import { stage, type StageContext } from './stage.ts';
import type { TrackMemory } from './track-memory.ts';

export interface Estimated extends Cropped {
  readonly estimate: PoseEstimate;
}

export interface EstimateOptions extends StageContext {
  /** Whether the source is one picture. */
  readonly isStill: boolean;
}

/** Runs the estimator on each frame and leaves what it saw for the next frame's crops. */
export function estimate(
  estimator: PoseEstimator,
  memory: TrackMemory,
  { isStill, ...context }: EstimateOptions,
): OperatorFunction<Cropped, Estimated> {
  const look = ({ frame, sided, detectionsAre, crops, prior }: Cropped) => {
    const { image, timeMs } = frame;
    const told = { sided, detectionsAre, crops, prior, isStill };
    const found = estimator.estimate({ image, timeMs, ...told });
    const keep = (estimate: PoseEstimate) => ({ estimate: memory.remember(estimate, timeMs) });
    return found instanceof Promise ? found.then(keep) : keep(found);
  };
  return stage('estimate', look, context);
}
