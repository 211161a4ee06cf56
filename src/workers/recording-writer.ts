import { StorageFailure, storing, type StorageProblem } from '../models/storage-failure.ts';
import { RecordingFile, type Appended } from './recording-file.ts';
import { linesFile, writingLock } from './recording-names.ts';

/** An expected failure comes as data: of an error only name and message would cross to the page. */
export type StartedRecording =
  { readonly ok: true } | { readonly ok: false; readonly problem: StorageProblem };

/** Writes one recording, behind the recording worker. */
export class RecordingWriter {
  readonly #openFolder: () => Promise<FileSystemDirectoryHandle>;
  readonly #locks: Pick<LockManager, 'request'>;
  #file: RecordingFile | null = null;
  #unlock = () => {};

  /** @param openFolder opens the folder that recordings are kept in */
  constructor(
    openFolder: () => Promise<FileSystemDirectoryHandle>,
    locks: Pick<LockManager, 'request'>,
  ) {
    this.#openFolder = openFolder;
    this.#locks = locks;
  }

  /** Makes its file. Until `finish`, or this worker's end, other tabs leave it alone. */
  async start(id: string): Promise<StartedRecording> {
    await this.#lock(id);
    try {
      const folder = await this.#openFolder();
      this.#file = await storing(async () => {
        const handle = await folder.getFileHandle(linesFile(id), { create: true });
        return new RecordingFile(await handle.createSyncAccessHandle());
      });
      return { ok: true };
    } catch (error) {
      this.#unlock();
      if (error instanceof StorageFailure) return { ok: false, problem: error.problem };
      throw error;
    }
  }

  /** As RecordingFile.append. */
  append(lines: readonly string[]): Appended {
    if (!this.#file) throw new Error('A recording is written between its start and its finish');
    return this.#file.append(lines);
  }

  finish(): void {
    this.#file?.[Symbol.dispose]();
    this.#file = null;
    this.#unlock();
  }

  #lock(id: string): Promise<void> {
    return new Promise((locked, failed) => {
      const held = this.#locks.request(writingLock(id), () => {
        locked();
        return new Promise<void>((unlock) => (this.#unlock = unlock));
      });
      held.catch(failed);
    });
  }
}
