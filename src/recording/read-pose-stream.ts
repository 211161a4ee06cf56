import { checkFrame, checkHeader } from './check-pose-stream.ts';
import { parseText, type JsonText } from './json-text.ts';
import { PoseStreamFailure } from './pose-stream-problem.ts';
import { poseStreamTexts } from './pose-stream-texts.ts';
import type { PoseStreamFrame, PoseStreamHeader } from './pose-stream.ts';

/** A frame and where it stands in the file, for those who come back to it (parseFrame). */
export interface PoseStreamEntry {
  readonly frame: PoseStreamFrame;
  /** Bytes from the file's beginning, and bytes of its JSON. */
  readonly offset: number;
  readonly length: number;
}

/** A pose stream whose header was read. Its frames can be gone through once, by either list. */
export interface PoseStreamReading {
  readonly header: PoseStreamHeader;
  /** At least one. @throws PoseStreamFailure bad-line at the first wrong one, no-whole-frame */
  readonly frames: AsyncIterable<PoseStreamFrame>;
  readonly entries: AsyncIterable<PoseStreamEntry>;
  /** Once all frames were read: whether the file was cut off behind the last of them. */
  readonly truncated: boolean;
}

/**
 * Reads a pose stream of either layout (docs/format.md) as it comes, holding one frame at a time.
 * @param chunks the file's bytes, cut anyhow; they are let go when the frames end or are left
 * @throws PoseStreamFailure empty, not-a-pose-stream, unknown-version, bad-line, no-whole-frame
 */
export async function readPoseStream(
  chunks: AsyncIterable<Uint8Array>,
): Promise<PoseStreamReading> {
  const texts = poseStreamTexts(chunks);
  let truncated = false;
  const entries = entriesOf(texts, () => (truncated = true));
  return {
    header: await headerOf(texts),
    frames: framesOf(entries),
    entries,
    get truncated() {
      return truncated;
    },
  };
}

async function headerOf(texts: AsyncGenerator<JsonText>): Promise<PoseStreamHeader> {
  const first = await texts.next();
  if (first.done) throw new PoseStreamFailure({ type: 'empty' });
  try {
    return checkHeader(valueOf(first.value));
  } catch (error) {
    await texts.return(undefined);
    throw error;
  }
}

async function* entriesOf(
  texts: AsyncIterable<JsonText>,
  onTruncated: () => void,
): AsyncGenerator<PoseStreamEntry> {
  let before: PoseStreamFrame | null = null;
  for await (const text of texts) {
    const value = valueOf(text);
    if (value === undefined) {
      onTruncated();
      break;
    }
    const frame = checkFrame(value, before, text);
    yield { frame, offset: text.offset, length: text.bytes.length };
    before = frame;
  }
  if (!before) throw new PoseStreamFailure({ type: 'no-whole-frame' });
}

async function* framesOf(entries: AsyncIterable<PoseStreamEntry>): AsyncGenerator<PoseStreamFrame> {
  for await (const { frame } of entries) yield frame;
}

/** The text's JSON value; undefined where the file was cut off in it. */
function valueOf(text: JsonText): unknown {
  try {
    return parseText(text);
  } catch {
    if (!text.ended) return undefined;
    const { line, path } = text;
    throw new PoseStreamFailure({ type: 'bad-line', line, path, expected: 'a JSON object' });
  }
}
