import type { MetricConvention } from '../hands/metric-convention.ts';
import { PoseMetrics, type PoseReport } from '../hands/pose-metrics.ts';
import type { AnnotatedPose, PoseDataset } from './annotated-pose.ts';
import type { Prediction } from './prediction.ts';
import { scorePrediction } from './score-prediction.ts';

/**
 * Scores a prediction for every annotation of a data set.
 * @param predictionOf by annotation id
 */
export function evaluateDataset(
  dataset: PoseDataset,
  predictionOf: (annotation: number) => Prediction,
  convention: MetricConvention,
): PoseReport {
  const metrics = new PoseMetrics({ convention, joints: dataset.joints });
  for (const pose of posesOf(dataset)) {
    metrics.add(scorePrediction(pose, predictionOf(pose.id)));
  }
  return metrics.report();
}

/** Every annotation, one after the other. */
export function* posesOf(dataset: PoseDataset): Generator<AnnotatedPose> {
  for (let index = 0; index < dataset.size; index++) yield dataset.pose(index);
}
