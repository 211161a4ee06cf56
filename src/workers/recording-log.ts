import { StorageFailure, type StorageProblem } from '../models/storage-failure.ts';
import type { Appended } from './recording-lines.ts';
import type { RecordingWriter } from './recording-writer.ts';
import { WorkerHandle, type OwnedWorker } from './worker-handle.ts';

/** A disk that takes no line for this long counts as gone, ms. */
const APPEND_TIMEOUT_MS = 30_000;

/**
 * A recording that grows on the disk: in the browser's own storage, by a worker, which alone may
 * write there without a swap file that a crash would take with it. Whoever opens it closes it.
 */
export class RecordingLog {
  readonly #worker: WorkerHandle<RecordingWriter>;

  private constructor(worker: WorkerHandle<RecordingWriter>) {
    this.#worker = worker;
  }

  /**
   * Begins a recording.
   * @param id of a recording that does not exist
   * @param withVideo makes a file for a video, too
   * @throws StorageFailure, WorkerFailure
   */
  static async open(
    id: string,
    withVideo: boolean,
    createWorker: () => OwnedWorker = recordingWorker,
  ): Promise<RecordingLog> {
    const worker = new WorkerHandle<RecordingWriter>(createWorker);
    try {
      const started = await worker.call((api) => api.start(id, withVideo));
      if (!started.ok) throw new StorageFailure(started.problem);
      return new RecordingLog(worker);
    } catch (error) {
      worker[Symbol.dispose]();
      throw error;
    }
  }

  /**
   * As RecordingLines.append; calls are carried out in their order.
   * @throws WorkerFailure
   */
  append(lines: readonly string[]): Promise<Appended> {
    return this.#worker.call((api) => api.append(lines), APPEND_TIMEOUT_MS);
  }

  /**
   * As RecordingVideoFile.write.
   * @throws WorkerFailure
   */
  writeVideo(bytes: Uint8Array<ArrayBuffer>, at: number): Promise<StorageProblem | null> {
    return this.#worker.call((api) => api.writeVideo(bytes, at), APPEND_TIMEOUT_MS);
  }

  /** Closes the files, which stay, and ends the worker. */
  async close(): Promise<void> {
    try {
      await this.#worker.call((api) => api.finish(), APPEND_TIMEOUT_MS);
    } catch {
      // A worker that is dead already holds nothing.
    } finally {
      this.#worker[Symbol.dispose]();
    }
  }
}

function recordingWorker(): Worker {
  return new Worker(new URL('./recording.worker.ts', import.meta.url), {
    type: 'module',
    name: 'recording',
  });
}
