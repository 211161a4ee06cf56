import { blobChunks } from '../recording/blob-chunks.ts';
import { parseText, type JsonText } from '../recording/json-text.ts';
import { ndjsonTexts } from '../recording/ndjson-texts.ts';
import { PoseStreamFailure } from '../recording/pose-stream-problem.ts';
import type { RecordingFacts } from './recording-facts.ts';

/**
 * What a recording holds that nobody stopped: everything up to its last whole frame. A power cut can
 * leave half a line, or zeros where the disk had no time; from there on nothing is counted. Lines are
 * not held against the schema: what has no frame is removed, which a later version's must not be.
 * @returns null where there is not one whole frame
 */
export async function readRecordingFacts(file: Blob): Promise<RecordingFacts | null> {
  let header: Header | null = null;
  let frames = 0;
  let firstMs = 0;
  let lastMs = 0;
  let bytes = 0;
  for await (const text of wholeLines(file)) {
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
    bytes = text.offset + text.bytes.length + 1;
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

function parseLine(text: JsonText): Line | null {
  try {
    const value = parseText(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Line {
  return typeof value === 'object' && value !== null;
}

/** The lines that end in a line feed, up to one that is longer than any of ours. */
async function* wholeLines(file: Blob): AsyncGenerator<JsonText> {
  try {
    for await (const text of ndjsonTexts(blobChunks(file))) {
      if (text.ended) yield text;
    }
  } catch (error) {
    if (!(error instanceof PoseStreamFailure)) throw error;
  }
}
