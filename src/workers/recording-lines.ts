import { storageProblem, type StorageProblem } from '../models/storage-failure.ts';
import { writeAll } from './recording-write.ts';

/** How far an append got. */
export interface Appended {
  /** How many of the given lines are on the disk, from the first. */
  readonly kept: number;
  /** The file's size now. */
  readonly bytes: number;
  /** Why not all of them; nothing more is taken then. */
  readonly problem: StorageProblem | null;
}

/** A recording's file: it grows by whole lines, each of which is on the disk when it is counted. */
export class RecordingLines implements Disposable {
  readonly #file: FileSystemSyncAccessHandle;
  readonly #encoder = new TextEncoder();
  #bytes = 0;
  #problem: StorageProblem | null = null;

  /** @param file an empty one; owned from now on */
  constructor(file: FileSystemSyncAccessHandle) {
    this.#file = file;
  }

  /**
   * Appends lines and flushes them.
   * @param lines without their last line feed. One may be several: all of it is kept, or nothing
   */
  append(lines: readonly string[]): Appended {
    if (this.#problem) return { kept: 0, bytes: this.#bytes, problem: this.#problem };
    // Where not all of them fit, those that do are kept one by one.
    const kept = this.#write(lines) ? lines.length : this.#writeEach(lines);
    if (kept === lines.length) this.#problem = null;
    return { kept, bytes: this.#bytes, problem: this.#problem };
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }

  #writeEach(lines: readonly string[]): number {
    const refused = lines.findIndex((line) => !this.#write([line]));
    return refused < 0 ? lines.length : refused;
  }

  /** @returns whether all of it is on the disk; else nothing of it is, and #problem says why */
  #write(lines: readonly string[]): boolean {
    const bytes = this.#encoder.encode(lines.map((line) => `${line}\n`).join(''));
    try {
      writeAll(this.#file, bytes, this.#bytes);
      this.#file.flush();
      this.#bytes += bytes.length;
      return true;
    } catch (error) {
      this.#problem = storageProblem(error);
      this.#cutBack();
      return false;
    }
  }

  /** Whoever reads the file goes by what was counted, should even this fail. */
  #cutBack(): void {
    try {
      this.#file.truncate(this.#bytes);
      this.#file.flush();
    } catch (error) {
      this.#problem = storageProblem(error);
    }
  }
}
