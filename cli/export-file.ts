import { createReadStream } from 'node:fs';
import type { ExportFormat } from '../src/recording/export/export-formats.ts';
import { readPoseStream } from '../src/recording/read-pose-stream.ts';
import { writeWholeFile } from './write-whole-file.ts';

/**
 * Writes the pose stream in one file as another file, which is there only when it is whole.
 * @throws PoseStreamFailure
 */
export async function exportFile(
  recorded: string,
  { exporter }: Pick<ExportFormat, 'exporter'>,
  out: string,
): Promise<void> {
  const { header, frames } = await readPoseStream(createReadStream(recorded));
  await writeWholeFile(out, async (sink) => {
    for await (const piece of exporter(header, frames)) await sink.write(Buffer.from(piece));
  });
}
