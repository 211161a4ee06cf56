import { proxy } from 'comlink';
import { ExportFailure } from './export-failure.ts';
import { failureReason } from './failure-reason.ts';
import type { ExportJob, ExportProgress, exportRecording } from './recording-export.ts';
import { WorkerFailure, WorkerHandle, type OwnedWorker } from './worker-handle.ts';

interface RecordingExport {
  readonly exportRecording: typeof exportRecording;
}

export interface ExportOptions {
  /** Told how much of the recording was read, 0..1. */
  readonly onProgress: ExportProgress;
  /** Ends the export, and its worker. */
  readonly signal: AbortSignal;
}

/**
 * As exportRecording, in a worker of its own: an hour of frames takes a minute.
 * @returns the file, where it was not written to the job's place
 * @throws ExportFailure; the signal's reason
 */
export async function exportInWorker(
  job: ExportJob,
  { onProgress, signal }: ExportOptions,
  createWorker: () => OwnedWorker = exportWorker,
): Promise<Blob | null> {
  signal.throwIfAborted();
  using worker = new WorkerHandle<RecordingExport>(createWorker);
  const stop = () => worker[Symbol.dispose]();
  signal.addEventListener('abort', stop);
  try {
    const answer = await worker.call((api) => api.exportRecording(job, proxy(onProgress)));
    if (!answer.ok) throw new ExportFailure(answer.problem);
    return answer.file;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof WorkerFailure)) throw error;
    throw new ExportFailure({ type: 'export-crashed', reason: failureReason(error) });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function exportWorker(): Worker {
  return new Worker(new URL('./recording-export.worker.ts', import.meta.url), {
    type: 'module',
    name: 'recording-export',
  });
}
