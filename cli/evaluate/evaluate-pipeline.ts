import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compareClips } from './compare-clips.ts';
import { withEstimatorPage, type EstimatorPage } from './estimator-page.ts';
import { evaluateReal } from './evaluate-real.ts';
import { evaluateSequences, readSequences } from './evaluate-sequences.ts';
import { followFile } from './follow-file.ts';
import type { PipelineArguments } from './pipeline-arguments.ts';
import { realPictures } from './real-pictures.ts';

/** Of ../shared/data: one hand signing. */
const CLIP = 'webcam/asl_hand.25fps.mp4';

/** Runs what was asked for through the app's own pipeline; the last line of stdout is its report. */
export async function evaluatePipeline(args: PipelineArguments): Promise<void> {
  const { of, model, out } = args;
  const run = of === 'sequences' ? sequencesRun(args) : await realRun(args);
  const report = { model: basename(model), ...(await withEstimatorPage(model, run)) };
  if (out !== null) writeFileSync(out, `${JSON.stringify(report)}\n`);
  process.stdout.write(`${JSON.stringify({ ...report, out })}\n`);
}

function sequencesRun({ folder }: PipelineArguments) {
  const sequences = readSequences(folder);
  return (page: EstimatorPage): Promise<object> => evaluateSequences(sequences, page);
}

async function realRun({ folder, pictures }: PipelineArguments) {
  const annotated = realPictures(folder);
  const clip = join(folder, CLIP);
  process.stderr.write(`${CLIP} with the landmarker …\n`);
  const landmarkers = await withEstimatorPage('landmarker', (page) => followFile(page, clip));
  return async (page: EstimatorPage): Promise<object> => {
    const report = await evaluateReal(annotated, page, pictures);
    process.stderr.write(`${CLIP} …\n`);
    return { ...report, clip: compareClips(await followFile(page, clip), landmarkers) };
  };
}
