import type { PoseStreamFrame, PoseStreamHeader } from '../pose-stream.ts';

/** The pose stream as it is recorded: one JSON object a line (docs/format.md). */
export async function* exportNdjson(
  header: PoseStreamHeader,
  frames: AsyncIterable<PoseStreamFrame>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`;
  for await (const frame of frames) yield `${JSON.stringify(frame)}\n`;
}
