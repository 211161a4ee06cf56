import { basename } from 'node:path';
import { evaluateDataset, posesOf } from '../src/evaluation/evaluate-dataset.ts';
import type { Prediction } from '../src/evaluation/prediction.ts';
import { readEvaluateArguments, USAGE, type EvaluateArguments } from './evaluate/arguments.ts';
import { checkDataset } from './evaluate/check-dataset.ts';
import { openDataset, type OpenDataset } from './evaluate/open-dataset.ts';
import {
  asksForPipeline,
  PIPELINE_USAGE,
  readPipelineArguments,
} from './evaluate/pipeline-arguments.ts';
import { reportTable } from './evaluate/report-table.ts';
import { runModel } from './evaluate/run-model.ts';
import { savedPredictions } from './evaluate/saved-predictions.ts';
import { writeEvaluation } from './evaluate/write-evaluation.ts';
import { runCommand } from './run-command.ts';

/** Scores the predictions, writes what is to be written, prints the table and the JSON line. */
function conclude(
  args: EvaluateArguments,
  { poses }: OpenDataset,
  predictionOf: (annotation: number) => Prediction,
  from: object,
): void {
  const { dataset, convention, out } = args;
  const { mpjpePerJoint, ...report } = evaluateDataset(poses, predictionOf, convention);
  const rootDepth = args.rootDepth === null ? 'gt' : basename(args.rootDepth);
  const summary = { dataset, convention, rootDepth, ...from, ...report };
  if (out !== null) {
    const predictions = Array.from(posesOf(poses), ({ id }) => predictionOf(id));
    writeEvaluation(out, { ...summary, mpjpePerJoint }, predictions);
  }
  const title = `${dataset}, ${convention} convention, root depth: ${rootDepth}`;
  process.stdout.write(`${reportTable(title, { ...report, mpjpePerJoint })}\n`);
  process.stdout.write(`${JSON.stringify({ ...summary, out })}\n`);
}

await runCommand(`${USAGE}; or ${PIPELINE_USAGE}`, async () => {
  const argv = process.argv.slice(2);
  if (asksForPipeline(argv)) {
    // Loaded only when asked for: so is a browser.
    const { evaluatePipeline } = await import('./evaluate/evaluate-pipeline.ts');
    await evaluatePipeline(readPipelineArguments(argv));
    return;
  }
  const args = readEvaluateArguments(argv);
  const dataset = openDataset(args);
  const { from } = args;
  checkDataset(dataset.poses, 'model' in from ? args.images : null);
  if ('predictions' in from) {
    const name = basename(from.predictions);
    conclude(args, dataset, savedPredictions(from.predictions), { predictions: name });
    return;
  }
  // Loaded only when asked for: ONNX Runtime takes a while.
  const { openNetwork } = await import('./evaluate/network.ts');
  await using network = await openNetwork(from.model);
  const log = await runModel(network, dataset, args);
  const { sha256, contract } = network;
  const model = { name: basename(from.model), sha256, variant: contract.variant };
  conclude(args, dataset, (annotation) => log.predictions.get(annotation)!, { model });
  log.remove();
});
