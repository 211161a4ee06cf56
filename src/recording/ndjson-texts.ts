import { UnfinishedText, type JsonText } from './json-text.ts';

const LINE_FEED = 10;
const NOTHING = new Uint8Array();

/** The lines of an NDJSON file, without their line feeds; a carriage return is JSON's own white space. */
export async function* ndjsonTexts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonText> {
  const unfinished = new UnfinishedText();
  let offset = 0;
  let line = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(LINE_FEED); to >= 0; to = chunk.indexOf(LINE_FEED, from)) {
      const bytes = unfinished.finish(chunk.subarray(from, to));
      yield { bytes, offset, line, path: '', ended: true };
      offset += bytes.length + 1;
      line += 1;
      from = to + 1;
    }
    unfinished.add(chunk.subarray(from), line);
  }
  if (unfinished.length > 0) {
    yield { bytes: unfinished.finish(NOTHING), offset, line, path: '', ended: false };
  }
}
