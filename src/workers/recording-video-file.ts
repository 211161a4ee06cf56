import { storageProblem, type StorageProblem } from '../models/storage-failure.ts';
import { writeAll } from './recording-write.ts';

/** The file of the video beside a recording, until something does not fit: then it stays as it is. */
export class RecordingVideoFile implements Disposable {
  readonly #file: FileSystemSyncAccessHandle;
  #problem: StorageProblem | null = null;

  /** @param file an empty one; owned from now on */
  constructor(file: FileSystemSyncAccessHandle) {
    this.#file = file;
  }

  /** @returns why nothing more is written; null where it was */
  write(bytes: Uint8Array<ArrayBuffer>, at: number): StorageProblem | null {
    return this.#try(() => writeAll(this.#file, bytes, at));
  }

  flush(): void {
    this.#try(() => this.#file.flush());
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }

  #try(work: () => void): StorageProblem | null {
    if (this.#problem) return this.#problem;
    try {
      work();
    } catch (error) {
      this.#problem = storageProblem(error);
    }
    return this.#problem;
  }
}
