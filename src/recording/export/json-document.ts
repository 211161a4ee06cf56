import type { PoseStreamFrame } from '../pose-stream.ts';

/** The text of one JSON object: everything in `head`, then `frames`, a list with one line a frame. */
export async function* jsonDocument(
  head: object,
  frames: AsyncIterable<PoseStreamFrame>,
  describe: (frame: PoseStreamFrame) => object,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"frames":[`;
  let separator = '\n';
  for await (const frame of frames) {
    yield separator + JSON.stringify(describe(frame));
    separator = ',\n';
  }
  yield '\n]}\n';
}
