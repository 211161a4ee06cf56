import { framesArrayTexts } from './frames-array-texts.ts';
import { joined, LONGEST_TEXT, parseText, type JsonText } from './json-text.ts';
import { ndjsonTexts } from './ndjson-texts.ts';
import { PoseStreamFailure } from './pose-stream-problem.ts';

const LINE_FEED = 10;

/**
 * The objects of a pose stream, header first: the lines of an NDJSON file, or the header and the
 * `frames` of a `.json` export, whichever its first line shows it to be.
 * @throws PoseStreamFailure empty, or as framesArrayTexts
 */
export async function* poseStreamTexts(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<JsonText> {
  const rest = chunks[Symbol.asyncIterator]();
  try {
    const head = await firstLine(rest);
    if (head.length === 0) throw new PoseStreamFailure({ type: 'empty' });
    const all = continued(head, rest);
    yield* isHeaderLine(head) ? ndjsonTexts(all) : framesArrayTexts(all);
  } finally {
    await rest.return?.();
  }
}

/** The chunks up to the first line's end, together. */
async function firstLine(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (!head.includes(LINE_FEED) && head.length <= LONGEST_TEXT) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = joined([head, value]);
  }
  return head;
}

async function* continued(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    yield value;
  }
}

/** Whether the first line is an object by itself, as in NDJSON, and without a list of frames. */
function isHeaderLine(head: Uint8Array): boolean {
  const end = head.indexOf(LINE_FEED);
  try {
    const value = parseText({ bytes: end < 0 ? head : head.subarray(0, end) });
    return typeof value === 'object' && value !== null && !('frames' in value);
  } catch {
    return false;
  }
}
