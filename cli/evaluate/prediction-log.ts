import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { JsonEntry } from '../../src/evaluation/json-entry.ts';
import {
  predictionFromJson,
  predictionToJson,
  type Prediction,
} from '../../src/evaluation/prediction.ts';

/**
 * Predictions as they are made, kept in a file, so that a run that was stopped goes on where it was.
 * One JSON object a line; the first tells the run from others.
 */
export class PredictionLog {
  readonly #path: string;
  readonly #predictions: Map<number, Prediction>;

  /**
   * Goes on with the log at that path if it is of the same run, else starts it anew.
   * @param run tells the model, the data set and how it is read and decoded
   */
  constructor(path: string, run: string) {
    this.#path = path;
    this.#predictions = readLog(path, run);
    // Written anew whole: what was cut off in mid-line must not stay before the next line.
    const lines = [{ run }, ...Array.from(this.#predictions.values(), predictionToJson)];
    writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }

  /** By annotation. */
  get predictions(): ReadonlyMap<number, Prediction> {
    return this.#predictions;
  }

  add(prediction: Prediction): void {
    this.#predictions.set(prediction.annotation, prediction);
    appendFileSync(this.#path, `${JSON.stringify(predictionToJson(prediction))}\n`);
  }

  /** Once the run is done. */
  remove(): void {
    rmSync(this.#path, { force: true });
  }
}

/** Every whole line of a log of that run, up to the first damaged one. */
function readLog(path: string, run: string): Map<number, Prediction> {
  const predictions = new Map<number, Prediction>();
  if (!existsSync(path)) return predictions;
  const [header = '', ...lines] = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  try {
    if (new JsonEntry(path, JSON.parse(header)).get('run').text() !== run) return predictions;
    for (const line of lines) {
      const prediction = predictionFromJson(new JsonEntry(path, JSON.parse(line)));
      predictions.set(prediction.annotation, prediction);
    }
  } catch {
    // A damaged line: what stands before it is good.
  }
  return predictions;
}
