import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ExportFormat } from '../src/recording/export/export-formats.ts';
import { EXPORTERS } from '../src/recording/export/exporters.ts';
import { PoseStreamFailure } from '../src/recording/pose-stream-problem.ts';
import { readPoseStream } from '../src/recording/read-pose-stream.ts';
import { describePoseStreamProblem } from '../src/ui/describe-pose-stream-problem.ts';
import { writeWholeFile } from './write-whole-file.ts';

/**
 * Writes the pose stream in one file as another file, which is there only when it is whole.
 * @throws Error that says what is wrong with the pose stream in a sentence
 */
export async function exportFile(
  recorded: string,
  { id }: Pick<ExportFormat, 'id'>,
  out: string,
): Promise<void> {
  try {
    const { header, frames } = await readPoseStream(createReadStream(recorded));
    await writeWholeFile(out, async (sink) => {
      const pieces = EXPORTERS[id](header, frames);
      for await (const piece of pieces) await sink.write(Buffer.from(piece));
    });
  } catch (error) {
    if (!(error instanceof PoseStreamFailure)) throw error;
    const { what, todo } = describePoseStreamProblem(basename(recorded), error.problem);
    throw new Error(`${what} ${todo}`, { cause: error });
  }
}
