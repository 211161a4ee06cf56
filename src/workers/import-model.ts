import { proxy } from 'comlink';
import { StorageFailure } from '../models/storage-failure.ts';
import { ImportFailure } from './import-failure.ts';
import type { ImportedModel, ImportJob, ImportStep } from './import-job.ts';
import type { ModelImporter } from './model-importer.ts';
import { WorkerFailure, WorkerHandle, type OwnedWorker } from './worker-handle.ts';

/** An import that has not noticed by then that it is cancelled is ended with its worker, ms. */
const CANCEL_TIMEOUT_MS = 5000;

export interface ImportModelOptions {
  /** Called with what is being done, and with the fraction of that, 0..1. */
  readonly onProgress: (step: ImportStep, fraction: number) => void;
  /** Cancels the import. */
  readonly signal: AbortSignal;
  /** For tests. */
  readonly createWorker?: () => OwnedWorker;
}

/**
 * Brings a model in, in a worker of its own.
 * @throws ImportFailure ('cancelled' where the signal said so), StorageFailure
 */
export async function importModel(
  job: ImportJob,
  { onProgress, signal, createWorker = importWorker }: ImportModelOptions,
): Promise<ImportedModel> {
  using worker = new WorkerHandle<ModelImporter>(createWorker);
  const cancel = () => {
    worker.call((api) => api.cancel(), CANCEL_TIMEOUT_MS).catch(() => {});
  };
  signal.addEventListener('abort', cancel);
  try {
    const answer = await worker.call((api) => api.run(job, proxy(onProgress)));
    if (signal.aborted) throw new ImportFailure({ type: 'cancelled' });
    if (answer.ok) return answer.model;
    throw 'problem' in answer
      ? new ImportFailure(answer.problem)
      : new StorageFailure(answer.storageProblem);
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    throw new ImportFailure(
      signal.aborted ? { type: 'cancelled' } : { type: 'import-crashed', reason: error.message },
    );
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

function importWorker(): Worker {
  return new Worker(new URL('./model-import.worker.ts', import.meta.url), {
    type: 'module',
    name: 'model-import',
  });
}
