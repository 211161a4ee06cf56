import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { posesOf } from '../../src/evaluation/evaluate-dataset.ts';
import type { EvaluateArguments } from './arguments.ts';
import type { EvaluationNetwork } from './network.ts';
import type { OpenDataset } from './open-dataset.ts';
import { PredictionLog } from './prediction-log.ts';
import { ProgressBar } from './progress-bar.ts';
import { readPicture } from './read-picture.ts';

/**
 * Runs a network on every picture of a data set. What is done is kept in a log, from which the same
 * run goes on if it is stopped; the caller removes it.
 * @throws Error that names the picture that cannot be read
 */
export async function runModel(
  network: EvaluationNetwork,
  { poses, digest }: OpenDataset,
  { convention, images, out }: EvaluateArguments,
): Promise<PredictionLog> {
  const run = createHash('sha256')
    .update([network.sha256, digest, convention, images].join())
    .digest('hex');
  const name = `handstream-evaluate-${run.slice(0, 16)}.part`;
  const log = new PredictionLog(out === null ? join(tmpdir(), name) : `${out}.part`, run);
  using bar = new ProgressBar('evaluating', poses.size, log.predictions.size);
  for (const { id, image, box } of posesOf(poses)) {
    if (log.predictions.has(id)) continue;
    const picture = await readPicture(join(images, image));
    const answer = await network.predict(picture, box, convention);
    log.add({ annotation: id, ...answer });
    bar.step();
  }
  return log;
}
