import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
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
    const { predictions, bytes } = readLog(path, run);
    this.#predictions = predictions;
    if (bytes > 0) truncateSync(path, bytes);
    else writeFileSync(path, `${JSON.stringify({ run })}\n`);
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

/** The predictions of a log of that run, and where it is whole up to; none of another run's. */
function readLog(
  path: string,
  run: string,
): { predictions: Map<number, Prediction>; bytes: number } {
  const predictions = new Map<number, Prediction>();
  const log = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  let bytes = 0;
  try {
    for (const { text, end } of linesOf(log)) {
      const entry = new JsonEntry(path, JSON.parse(text));
      if (bytes > 0) {
        const prediction = predictionFromJson(entry);
        predictions.set(prediction.annotation, prediction);
      } else if (entry.get('run').text() !== run) break;
      bytes = end;
    }
  } catch {
    // A damaged line: what stands before it is good.
  }
  return { predictions, bytes };
}

/** Every whole line, and where the next one begins. */
function* linesOf(log: Buffer): Generator<{ text: string; end: number }> {
  let start = 0;
  for (;;) {
    const newline = log.indexOf('\n', start);
    if (newline < 0) return;
    yield { text: log.toString('utf8', start, newline), end: newline + 1 };
    start = newline + 1;
  }
}
