import type { PerHand } from '../hands/hand-side.ts';
import { INTERHAND_JOINT_COUNT } from '../hands/interhand-joints.ts';
import type { Vec3 } from '../hands/vectors.ts';
import { JsonEntry } from './json-entry.ts';
import type { NamedJson } from './named-json.ts';

/** What a network says about one annotation's picture. */
export interface Prediction {
  readonly annotation: number;
  /** 42 joints in InterHand2.6M's order: [x px, y px of the picture, z mm relative to its own wrist]. */
  readonly joints: readonly Vec3[];
  /** Left root depth minus right root depth, mm. */
  readonly relativeDepthMm: number;
  /** Probability that each hand is there, 0..1. */
  readonly handedness: PerHand<number>;
}

/** A prediction as it stands in files. */
export interface PredictionJson {
  readonly annot_id: number;
  readonly joints: readonly Vec3[];
  readonly relative_depth: number;
  readonly handedness: readonly [right: number, left: number];
}

export function predictionToJson(prediction: Prediction): PredictionJson {
  const { right, left } = prediction.handedness;
  return {
    annot_id: prediction.annotation,
    joints: prediction.joints,
    relative_depth: prediction.relativeDepthMm,
    handedness: [right, left],
  };
}

/** @throws MalformedFile */
export function predictionFromJson(entry: JsonEntry): Prediction {
  const [right, left] = entry.get('handedness').numbers(2);
  return {
    annotation: entry.get('annot_id').number(),
    joints: entry
      .get('joints')
      .items(INTERHAND_JOINT_COUNT)
      .map((joint) => joint.numbers(3)),
    relativeDepthMm: entry.get('relative_depth').number(),
    handedness: { right, left },
  };
}

/**
 * Reads a prediction file, by annotation id: an array of predictions, or an object that has it as
 * `predictions` (what `npm run evaluate -- --out` writes).
 * @throws MalformedFile
 */
export function readPredictions({ file, json }: NamedJson): Map<number, Prediction> {
  const whole = new JsonEntry(file, json);
  const entries = (whole.isArray() ? whole : whole.get('predictions')).items();
  const predictions = new Map<number, Prediction>();
  for (const entry of entries) {
    const prediction = predictionFromJson(entry);
    if (predictions.has(prediction.annotation)) {
      throw entry.malformed(`is a second prediction for annotation ${prediction.annotation}`);
    }
    predictions.set(prediction.annotation, prediction);
  }
  return predictions;
}
