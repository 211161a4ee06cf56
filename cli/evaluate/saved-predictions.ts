import { MalformedFile } from '../../src/evaluation/malformed-file.ts';
import { readPredictions, type Prediction } from '../../src/evaluation/prediction.ts';
import { readJsonFile } from './json-file.ts';

/**
 * Reads a prediction file, as a look-up by annotation; predictions that nobody asks for are left
 * aside.
 * @throws Error that names the file; the look-up too, when it lacks that prediction
 */
export function savedPredictions(path: string): (annotation: number) => Prediction {
  const json = readJsonFile(path);
  const predictions = readPredictions(json);
  return (annotation) => {
    const prediction = predictions.get(annotation);
    if (prediction) return prediction;
    throw new MalformedFile(json.file, '', `has no prediction for annotation ${annotation}`);
  };
}
