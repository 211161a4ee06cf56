import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { predictionToJson, type Prediction } from '../../src/evaluation/prediction.ts';

/**
 * Writes a report with the predictions behind it, which `--predictions` takes. The file is there
 * whole or not at all.
 */
export function writeEvaluation(
  path: string,
  report: object,
  predictions: readonly Prediction[],
): void {
  const partial = `${path}.writing`;
  try {
    const file = { ...report, predictions: predictions.map(predictionToJson) };
    writeFileSync(partial, `${JSON.stringify(file)}\n`);
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
}
