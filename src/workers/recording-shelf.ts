import { ignoreMissing } from '../models/ignore-missing.ts';
import { storing } from '../models/storage-failure.ts';
import {
  parseStoredRecording,
  type RecordingFacts,
  type RecordingRead,
  type SavableFile,
  type Saved,
  type StoredRecording,
} from './recording-facts.ts';
import { entryFile, idOfLines, linesFile, videoFile, writingLock } from './recording-names.ts';

/** Says what a file holds. */
type ReadRecording = (file: Blob) => Promise<RecordingRead>;

/** Held by the tab that looks for what nobody stopped. */
const RECOVERING = 'handstream.recordings.recovering';

/**
 * The recordings kept in this browser: each an ID.ndjson, and an ID.json with what is known of it, in
 * one folder that all tabs of the origin share. The ID.json is written when the recording has
 * ended; an ID.ndjson without one is still being written, or was cut short.
 */
export class RecordingShelf {
  readonly #folder: FileSystemDirectoryHandle;
  readonly #locks: Pick<LockManager, 'request'>;
  /** What a full disk has no room for; it is found again at the next visit. */
  readonly #unwritten = new Map<string, StoredRecording>();

  constructor(folder: FileSystemDirectoryHandle, locks: Pick<LockManager, 'request'>) {
    this.#folder = folder;
    this.#locks = locks;
  }

  /** Those that have ended, newest first, without those that `recover` tells cannot be looked at. */
  async list(): Promise<readonly StoredRecording[]> {
    const ids = await this.#ids();
    const found = await Promise.all(ids.map((id) => this.#read(id).catch(() => null)));
    return found
      .filter((recording) => recording !== null)
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  }

  /**
   * Finds recordings that were cut short with their tab or browser; those of living tabs are left
   * alone. One in which nothing was recorded is cleared away; one that cannot be read is listed.
   * @returns why some could not be looked at, which stay as they are
   */
  recover(read: ReadRecording): Promise<readonly unknown[]> {
    return this.#locks.request(RECOVERING, async () => {
      const failures: unknown[] = [];
      for (const id of await this.#ids()) {
        await this.#recover(id, read).catch((error: unknown) => failures.push(error));
      }
      return failures;
    });
  }

  /** Writes down what is known of a recording that has ended. */
  async keep(recording: StoredRecording): Promise<void> {
    this.#unwritten.set(recording.id, recording);
    try {
      const handle = await this.#folder.getFileHandle(entryFile(recording.id), { create: true });
      const writable = await handle.createWritable();
      await writable.write(JSON.stringify(recording));
      await writable.close();
      this.#unwritten.delete(recording.id);
    } catch (error) {
      console.warn('A recording could not be written down; it is recovered the next time:', error);
    }
  }

  /** Writes down that the user has a file of it; one that was removed meanwhile stays removed. */
  async note(id: string, file: SavableFile, saved: Saved): Promise<void> {
    const recording = await this.#read(id);
    if (recording) await this.keep({ ...recording, [file]: saved });
  }

  /**
   * Its whole lines, as a file on the disk.
   * @throws DOMException NotFoundError where it was removed, as from another tab
   */
  async open({ id, bytes }: StoredRecording): Promise<Blob> {
    const handle = await this.#folder.getFileHandle(linesFile(id));
    return (await handle.getFile()).slice(0, bytes, 'application/x-ndjson');
  }

  /**
   * The video beside it, where there is one.
   * @throws DOMException NotFoundError, as `open`
   */
  async openVideo({ id, videoBytes }: StoredRecording): Promise<Blob | null> {
    if (videoBytes === 0) return null;
    const handle = await this.#folder.getFileHandle(videoFile(id));
    return (await handle.getFile()).slice(0, videoBytes, 'video/webm');
  }

  /**
   * Removes a recording; one that is gone already stays gone.
   * @throws StorageFailure
   */
  async remove(id: string): Promise<void> {
    this.#unwritten.delete(id);
    // In this order: an entry without lines is nothing, lines without an entry would be recovered.
    for (const name of [linesFile(id), videoFile(id), entryFile(id)]) {
      await storing(() => this.#folder.removeEntry(name).catch(ignoreMissing));
    }
  }

  async #recover(id: string, read: ReadRecording): Promise<void> {
    if (await this.#read(id)) return;
    await this.#locks.request(writingLock(id), { ifAvailable: true }, async (lock) => {
      if (lock) await this.#recoverLost(id, read);
    });
  }

  async #recoverLost(id: string, read: ReadRecording): Promise<void> {
    const file = await (await this.#folder.getFileHandle(linesFile(id))).getFile();
    const found = await read(file);
    if (found === 'nothing') return this.remove(id);
    const facts = found === 'unreadable' ? unreadable(file) : found;
    const video = await this.#folder.getFileHandle(videoFile(id)).catch(ignoreMissing);
    const videoBytes = (await video?.getFile())?.size ?? 0;
    await this.keep({ ...facts, id, recovered: true, saved: 'no', videoBytes, videoSaved: 'no' });
  }

  async #read(id: string): Promise<StoredRecording | null> {
    const unwritten = this.#unwritten.get(id);
    if (unwritten) return unwritten;
    const handle = await this.#folder.getFileHandle(entryFile(id)).catch(ignoreMissing);
    const file = await handle?.getFile();
    return file ? parseStoredRecording(await file.text()) : null;
  }

  async #ids(): Promise<readonly string[]> {
    const ids: string[] = [];
    for await (const name of this.#folder.keys()) {
      const id = idOfLines(name);
      if (id !== null) ids.push(id);
    }
    return ids;
  }
}

/** All of a file that nothing is known of. */
function unreadable({ lastModified, size }: File): RecordingFacts {
  const createdAt = new Date(lastModified).toISOString();
  return { createdAt, sourceName: 'unreadable file', frames: 0, durationMs: 0, bytes: size };
}
