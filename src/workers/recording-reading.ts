import { blobChunks } from '../recording/blob-chunks.ts';
import { parseText, type JsonText } from '../recording/json-text.ts';
import { ndjsonTexts } from '../recording/ndjson-texts.ts';
import { PoseStreamFailure } from '../recording/pose-stream-problem.ts';
import type { RecordingFacts, RecordingRead } from './recording-facts.ts';

/**
 * What a recording holds that nobody stopped: everything up to its last whole frame. A power cut can
 * leave half a line, or zeros where the disk had no time; from there on nothing is counted. Lines are
 * not held against the schema: a later version's frames are worth keeping, too.
 */
export async function readRecordingFacts(file: Blob): Promise<RecordingRead> {
  let header: Header | null = null;
  let frames = 0;
  let firstMs = 0;
  let lastMs = 0;
  let bytes = 0;
  for await (const text of wholeLines(file)) {
    const line = parseLine(text);
    const endsAt = text.offset + text.bytes.length + 1;
    if (header === null) {
      header = headerOf(line);
      if (header === null) break;
      bytes = endsAt;
      continue;
    }
    if (line?.['type'] !== 'frame' || typeof line['time'] !== 'number') break;
    if (frames === 0) firstMs = line['time'];
    lastMs = line['time'];
    frames += 1;
    bytes = endsAt;
  }
  if (header && frames > 0) return { ...header, frames, durationMs: lastMs - firstMs, bytes };
  return file.size === bytes ? 'nothing' : 'unreadable';
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
