import type { RecordingRead } from './recording-facts.ts';
import type { readRecordingFacts } from './recording-reading.ts';
import { WorkerHandle, type OwnedWorker } from './worker-handle.ts';

interface RecordingReading {
  readonly readRecordingFacts: typeof readRecordingFacts;
}

/**
 * As readRecordingFacts, in a worker of its own: an hour of frames takes seconds to read.
 * @throws WorkerFailure, or what the file throws
 */
export async function recoverFacts(
  file: Blob,
  createWorker: () => OwnedWorker = readingWorker,
): Promise<RecordingRead> {
  using worker = new WorkerHandle<RecordingReading>(createWorker);
  return await worker.call((api) => api.readRecordingFacts(file));
}

function readingWorker(): Worker {
  return new Worker(new URL('./recording-reading.worker.ts', import.meta.url), {
    type: 'module',
    name: 'recording-reading',
  });
}
