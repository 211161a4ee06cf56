import { JsonNesting } from './json-nesting.ts';
import { UnfinishedText, type JsonText } from './json-text.ts';
import { PoseStreamFailure } from './pose-stream-problem.ts';

const [LINE_FEED, OPENING_BRACKET] = [10, 91];
const WHITE_SPACE: ReadonlySet<number> = new Set([9, LINE_FEED, 13, 32]);
const FRAMES_KEY = /,?\s*"frames"\s*:\s*$/;
const NOTHING = new Uint8Array();

/** What may stand outside of header and frames, and where it leads; all else is refused. */
const OUTSIDE = {
  list: { leadsTo: { '{': 'frame', ']': 'behind' }, expected: 'an object' },
  next: { leadsTo: { ',': 'entry', ']': 'behind' }, expected: 'a comma or the end of the list' },
  entry: { leadsTo: { '{': 'frame' }, expected: 'an object' },
  behind: { leadsTo: { '}': 'done' }, expected: 'nothing behind frames' },
  done: { leadsTo: {}, expected: 'nothing behind frames' },
} as const satisfies Record<string, Outside>;

interface Outside {
  readonly leadsTo: Readonly<Record<string, Part>>;
  readonly expected: string;
}

type Part = 'header' | 'frame' | 'list' | 'next' | 'entry' | 'behind' | 'done';

/**
 * The `.json` export as the texts that an NDJSON file would have as lines: the header, which is all
 * that stands before `frames`, then each frame. It may be broken into lines anyhow, and is never
 * held whole. A file that ends too early ends in a text that has not `ended`.
 * @throws PoseStreamFailure not-a-pose-stream, bad-line, no-whole-frame (cut off in its header)
 */
export async function* framesArrayTexts(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<JsonText> {
  const scanner = new FramesArrayScanner();
  for await (const chunk of chunks) yield* scanner.scan(chunk);
  yield* scanner.end();
}

class FramesArrayScanner {
  readonly #nesting = new JsonNesting();
  readonly #unfinished = new UnfinishedText();
  #part: Part = 'header';
  /** Where the frame begins, or the next one may. */
  #offset = 0;
  #line = 1;
  #frames = 0;
  /** Up to the byte that is looked at. */
  #bytesSeen = 0;
  #linesSeen = 1;

  *scan(chunk: Uint8Array): Generator<JsonText> {
    /** Where the part that is collected goes on in this chunk. */
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      const depth = this.#nesting.step(byte);
      if (byte === LINE_FEED) this.#linesSeen += 1;
      if (this.#part === 'frame') {
        if (depth > 2) continue;
        this.#part = 'next';
        yield this.#frame(this.#unfinished.finish(chunk.subarray(from, at + 1)));
      } else if (WHITE_SPACE.has(byte)) {
        continue;
      } else if (this.#part === 'header') {
        if (depth < 1) throw notOne();
        if (depth !== 2 || byte !== OPENING_BRACKET) continue;
        const header = this.#header(chunk.subarray(from, at));
        if (header) yield header;
        from = at;
      } else {
        from = at;
        this.#outside(this.#part, byte, this.#bytesSeen + at);
      }
    }
    const collects = this.#part === 'header' || this.#part === 'frame';
    if (collects) this.#unfinished.add(chunk.subarray(from), this.#line);
    this.#bytesSeen += chunk.length;
  }

  *end(): Generator<JsonText> {
    if (this.#part === 'done') return;
    if (this.#part !== 'header') yield { ...this.#frame(NOTHING), ended: false };
    else if (this.#unfinished.finish(NOTHING).every((byte) => WHITE_SPACE.has(byte))) {
      throw notOne();
    } else throw new PoseStreamFailure({ type: 'no-whole-frame' });
  }

  /** The header, if a list of frames begins behind its last part; else that part is kept. */
  #header(lastPart: Uint8Array): JsonText | null {
    const text = this.#unfinished.finish(lastPart);
    const bytes = headerBefore(text);
    if (!bytes) {
      this.#unfinished.add(text, 1);
      return null;
    }
    this.#part = 'list';
    return { bytes, offset: 0, line: 1, path: '', ended: true };
  }

  #outside(part: Exclude<Part, 'header' | 'frame'>, byte: number, offset: number): void {
    this.#offset = offset;
    this.#line = this.#linesSeen;
    const { leadsTo, expected }: Outside = OUTSIDE[part];
    const next = leadsTo[String.fromCharCode(byte)];
    if (next) {
      this.#part = next;
      return;
    }
    const path = part === 'list' || part === 'entry' ? `frames[${this.#frames}]` : 'frames';
    throw new PoseStreamFailure({ type: 'bad-line', line: this.#line, path, expected });
  }

  #frame(bytes: Uint8Array): JsonText {
    const [offset, line, path] = [this.#offset, this.#line, `frames[${this.#frames}]`];
    this.#frames += 1;
    return { bytes, offset, line, path, ended: true };
  }
}

/** The header as an object of its own, if it is the list of frames that begins behind this text. */
function headerBefore(bytes: Uint8Array): Uint8Array | null {
  const text = new TextDecoder().decode(bytes);
  return FRAMES_KEY.test(text) ? new TextEncoder().encode(text.replace(FRAMES_KEY, '}')) : null;
}

function notOne(): PoseStreamFailure {
  const reason = 'it is not one JSON object with a list of frames';
  return new PoseStreamFailure({ type: 'not-a-pose-stream', reason });
}
