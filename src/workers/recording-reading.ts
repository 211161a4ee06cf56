import type { RecordingFacts } from './recording-facts.ts';

const LINE_FEED = 10;
/** No line of ours is nearly this long: what is, is no line. */
const LONGEST_LINE_BYTES = 1 << 20;

/**
 * What a recording holds that nobody stopped: everything up to its last whole frame. A power cut can
 * leave half a line, or zeros where the disk had no time; from there on nothing is counted.
 * @returns null where there is not one whole frame
 */
export async function readRecordingFacts(file: Blob): Promise<RecordingFacts | null> {
  let header: Header | null = null;
  let frames = 0;
  let firstMs = 0;
  let lastMs = 0;
  let bytes = 0;
  for await (const { text, endsAt } of wholeLines(file)) {
    const line = parseLine(text);
    if (header === null) {
      header = headerOf(line);
      if (header === null) return null;
      continue;
    }
    if (line?.['type'] !== 'frame' || typeof line['time'] !== 'number') break;
    if (frames === 0) firstMs = line['time'];
    lastMs = line['time'];
    frames += 1;
    bytes = endsAt;
  }
  return header && frames > 0 ? { ...header, frames, durationMs: lastMs - firstMs, bytes } : null;
}

type Line = Readonly<Record<string, unknown>>;
type Header = Pick<RecordingFacts, 'createdAt' | 'sourceName'>;

function headerOf(line: Line | null): Header | null {
  const { type, createdAt, source } = line ?? {};
  if (type !== 'header' || typeof createdAt !== 'string' || !isObject(source)) return null;
  return { createdAt, sourceName: String(source['name'] ?? source['kind']) };
}

function parseLine(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Line {
  return typeof value === 'object' && value !== null;
}

/** The lines that end in a line feed, each with the offset behind it; never much of the file at once. */
async function* wholeLines(file: Blob): AsyncGenerator<{ text: string; endsAt: number }> {
  const decoder = new TextDecoder();
  let rest: Uint8Array = new Uint8Array();
  let endsAt = 0;
  for await (const piece of file.stream()) {
    const bytes = joined(rest, piece);
    let from = 0;
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
      endsAt += at + 1 - from;
      yield { text: decoder.decode(bytes.subarray(from, at)), endsAt };
      from = at + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > LONGEST_LINE_BYTES) return;
  }
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const both = new Uint8Array(head.length + tail.length);
  both.set(head);
  both.set(tail, head.length);
  return both;
}
