import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { estimateOfPoseFrame } from '../../src/hands/pose-frame-estimate.ts';
import {
  readRenderedSequence,
  type RenderedSequence,
} from '../../src/evaluation/rendered-sequence.ts';
import { SequenceMetrics, type SequenceReport } from '../../src/evaluation/sequence-metrics.ts';
import type { EstimatorPage } from './estimator-page.ts';
import { followFile } from './follow-file.ts';
import { readJsonFile } from './json-file.ts';
import { ProgressBar } from './progress-bar.ts';

export interface SequencesReport extends SequenceReport {
  /** By name; each on its own. */
  readonly sequences: Readonly<Record<string, SequenceReport>>;
}

interface NamedSequence {
  readonly name: string;
  /** Of its frames' file. */
  readonly path: string;
  readonly sequence: RenderedSequence;
}

/**
 * Reads what `python -m handgen sequences` wrote into a folder.
 * @throws Error that names the folder or the file in which something is missing or wrong
 */
export function readSequences(folder: string): readonly NamedSequence[] {
  const files = readdirSync(folder).filter((name) => /^sequence-\d+\.json$/.test(name));
  if (files.length === 0) {
    throw new Error(
      `${folder} has no sequence-….json, as \`python -m handgen sequences\` makes it`,
    );
  }
  return files.toSorted().map((file) => {
    const sequence = readRenderedSequence(readJsonFile(join(folder, file)));
    const path = join(folder, sequence.pictures.file);
    const { width, height, frames, pictures } = sequence;
    const needed = pictures.offset + frames.length * width * height * 3;
    if (statSync(path, { throwIfNoEntry: false })?.size !== needed) {
      throw new Error(`${path} is missing or not the ${needed} bytes that ${file} tells of`);
    }
    return { name: file.replace(/\.json$/, ''), path, sequence };
  });
}

/** Runs every sequence, each as a recording of its own, and measures it. */
export async function evaluateSequences(
  sequences: readonly NamedSequence[],
  page: EstimatorPage,
): Promise<SequencesReport> {
  const together = new SequenceMetrics();
  const each: Record<string, SequenceReport> = {};
  using bar = new ProgressBar('sequences', sequences.length, 0);
  for (const { name, path, sequence } of sequences) {
    const { width, height, camera, framesPerSecond, frames, pictures } = sequence;
    const shown = await followFile(page, path, {
      width,
      height,
      camera,
      frameRate: framesPerSecond,
      frameCount: frames.length,
      offset: pictures.offset,
    });
    if (shown.length !== frames.length) {
      throw new Error(`${name}: ${frames.length} frames went in, ${shown.length} came out`);
    }
    const own = new SequenceMetrics();
    together.beginSequence();
    frames.forEach((truth, i) => {
      const estimate = estimateOfPoseFrame(shown[i]!);
      for (const metrics of [own, together]) {
        metrics.add(estimate, truth, camera, 1000 / framesPerSecond);
      }
    });
    each[name] = own.report();
    bar.step();
  }
  return { ...together.report(), sequences: each };
}
