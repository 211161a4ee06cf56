import { releaseProxy } from 'comlink';
import { blobChunks } from '../recording/blob-chunks.ts';
import type { ExportFormat } from '../recording/export/export-formats.ts';
import { EXPORTERS } from '../recording/export/exporters.ts';
import { PoseStreamFailure } from '../recording/pose-stream-problem.ts';
import { readPoseStream } from '../recording/read-pose-stream.ts';
import { ExportFailure, type ExportProblem } from './export-failure.ts';
import { writeToPlace } from './write-to-place.ts';

/** So many bytes, about, are written together. */
const BATCH = 2 ** 20;

export interface ExportJob {
  readonly recording: File;
  readonly format: ExportFormat;
  /** Where the user wants it; null: it comes back as a Blob. */
  readonly place: FileSystemFileHandle | null;
}

/** An expected failure comes as data: of an error only name and message would cross to the page. */
export type ExportAnswer =
  | { readonly ok: true; readonly file: Blob | null }
  | { readonly ok: false; readonly problem: ExportProblem };

/** Told how much of the recording was read, 0..1; released by the one it was lent to. */
export type ExportProgress = ((fraction: number) => void) & { [releaseProxy]?: () => void };

/** Writes a recording as another file, holding as little of both as the format allows. */
export async function exportRecording(
  job: ExportJob,
  onProgress: ExportProgress,
): Promise<ExportAnswer> {
  try {
    return { ok: true, file: await write(job, onProgress) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, job.recording.name) };
  } finally {
    onProgress[releaseProxy]?.();
  }
}

async function write(
  { recording, format, place }: ExportJob,
  onProgress: ExportProgress,
): Promise<Blob | null> {
  const { header, frames } = await readPoseStream(blobChunks(recording, { onProgress }));
  const parts = inBatches(EXPORTERS[format.id](header, frames));
  if (!place) return joined(parts, format.mediaType);
  await writeToPlace(place, parts);
  return null;
}

/** Pieces together: a Blob the browser may move to its disk, unlike text in the heap. */
async function* inBatches(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer> | string>,
): AsyncGenerator<Blob> {
  let batch: (Uint8Array<ArrayBuffer> | string)[] = [];
  let length = 0;
  for await (const piece of pieces) {
    batch.push(piece);
    length += piece.length;
    if (length < BATCH) continue;
    yield new Blob(batch);
    batch = [];
    length = 0;
  }
  yield new Blob(batch);
}

async function joined(parts: AsyncIterable<Blob>, type: string): Promise<Blob> {
  const all: Blob[] = [];
  for await (const part of parts) all.push(part);
  return new Blob(all, { type });
}

/** @throws what nobody expected */
function problemOf(error: unknown, name: string): ExportProblem {
  if (error instanceof ExportFailure) return error.problem;
  if (error instanceof PoseStreamFailure) {
    return { type: 'bad-recording', name, problem: error.problem };
  }
  // A Blob's bytes are refused so when its file was moved or changed since.
  if (error instanceof DOMException) {
    return { type: 'recording-unreadable', name, reason: error.message };
  }
  throw error;
}
