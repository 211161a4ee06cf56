import { StorageFailure, storing, type StorageProblem } from '../models/storage-failure.ts';
import { RecordingLines, type Appended } from './recording-lines.ts';
import { linesFile, videoFile, writingLock } from './recording-names.ts';
import { RecordingVideoFile } from './recording-video-file.ts';

/** An expected failure comes as data: of an error only name and message would cross to the page. */
export type StartedRecording =
  { readonly ok: true } | { readonly ok: false; readonly problem: StorageProblem };

/** Writes one recording, behind the recording worker. */
export class RecordingWriter {
  readonly #openFolder: () => Promise<FileSystemDirectoryHandle>;
  readonly #locks: Pick<LockManager, 'request'>;
  #file: RecordingLines | null = null;
  #video: RecordingVideoFile | null = null;
  #unlock = () => {};

  /** @param openFolder opens the folder that recordings are kept in */
  constructor(
    openFolder: () => Promise<FileSystemDirectoryHandle>,
    locks: Pick<LockManager, 'request'>,
  ) {
    this.#openFolder = openFolder;
    this.#locks = locks;
  }

  /** Makes its files. Until `finish`, or this worker's end, other tabs leave them alone. */
  async start(id: string, withVideo: boolean): Promise<StartedRecording> {
    await this.#lock(id);
    try {
      const folder = await this.#openFolder();
      const create = (name: string) =>
        storing(async () => {
          const handle = await folder.getFileHandle(name, { create: true });
          return handle.createSyncAccessHandle();
        });
      this.#file = new RecordingLines(await create(linesFile(id)));
      if (withVideo) this.#video = new RecordingVideoFile(await create(videoFile(id)));
      return { ok: true };
    } catch (error) {
      this.finish();
      if (error instanceof StorageFailure) return { ok: false, problem: error.problem };
      throw error;
    }
  }

  /** As RecordingLines.append; what was written of the video is flushed too. */
  append(lines: readonly string[]): Appended {
    if (!this.#file) throw new Error('A recording is written between its start and its finish');
    this.#video?.flush();
    return this.#file.append(lines);
  }

  /** As RecordingVideoFile.write. */
  writeVideo(bytes: Uint8Array<ArrayBuffer>, at: number): StorageProblem | null {
    if (!this.#video) throw new Error('This recording was started without a video');
    return this.#video.write(bytes, at);
  }

  finish(): void {
    this.#file?.[Symbol.dispose]();
    this.#video?.[Symbol.dispose]();
    this.#file = this.#video = null;
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
