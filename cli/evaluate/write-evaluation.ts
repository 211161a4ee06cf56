import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
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
    const file = openSync(partial, 'w');
    try {
      // Piece by piece: all predictions of a whole data set would not fit into one string.
      writeSync(file, `${JSON.stringify(report).slice(0, -1)},"predictions":[`);
      for (const [index, prediction] of predictions.entries()) {
        const separator = index === 0 ? '\n' : ',\n';
        writeSync(file, separator + JSON.stringify(predictionToJson(prediction)));
      }
      writeSync(file, '\n]}\n');
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
}
