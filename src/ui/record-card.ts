import { StorageFailure } from '../models/storage-failure.ts';
import { openStorageFolder } from '../models/storage-folder.ts';
import type { SavableFile, Saved, StoredRecording } from '../workers/recording-facts.ts';
import { recoverFacts } from '../workers/recording-recovery.ts';
import { RecordingShelf } from '../workers/recording-shelf.ts';
import { ask } from './ask.ts';
import { byId } from './by-id.ts';
import { describeError } from './describe-error.ts';
import { ExportSaver, type ExportSaverOptions } from './export-saver.ts';
import { pageStorage } from './page-storage.ts';
import { RecordList } from './record-list.ts';
import {
  download,
  POSE_STREAM_FILE,
  saveToPlace,
  VIDEO_FILE,
  type FileKind,
} from './record-save.ts';
import { describeUnrecovered, keptWords, recordingFileName } from './record-words.ts';
import { linesOf, videoOf } from './recording-files.ts';
import { deleteQuestion } from './saved-words.ts';
import { setText } from './set-text.ts';

export interface RecordCardOptions extends ExportSaverOptions {
  /** Plays a recording, with the video beside it, where there is one. */
  readonly replay: (files: readonly [File, ...File[]]) => void;
}

/** The recordings that this browser keeps: to save, to replay, to delete. */
export class RecordCard {
  readonly #card = byId('recordings-card', HTMLDetailsElement);
  readonly #kept = byId('recordings-kept', HTMLElement);
  readonly #list = new RecordList((recording) => ({
    onSave: () => void this.save(recording),
    onSaveAs: () => void this.#saveAs(recording),
    onSaveVideo: () => void this.saveVideo(recording),
    onReplay: () => void this.#replay(recording),
    onDelete: () => void this.#delete(recording),
  }));
  readonly #options: RecordCardOptions;
  readonly #exports: ExportSaver;
  readonly #shelf = openStorageFolder('recordings').then(
    (folder) => new RecordingShelf(folder, navigator.locks),
  );

  constructor(options: RecordCardOptions) {
    this.#options = options;
    this.#exports = new ExportSaver(byId('recordings-exports', HTMLElement), options);
  }

  /**
   * Shows what is kept, and what a page left that was closed while it recorded.
   * @returns whether something of that kind is still to be saved
   */
  async restore(): Promise<boolean> {
    try {
      const shelf = await this.#shelf;
      setText(this.#kept, keptWords(await pageStorage.lasts()));
      await this.#show();
      const failures = await shelf.recover(recoverFacts);
      if (failures.length > 0) this.#options.notices.show(describeUnrecovered(failures));
      const recordings = await this.#show();
      return recordings.some(({ recovered, saved, frames }) => {
        return recovered && saved === 'no' && frames > 0;
      });
    } catch (error) {
      // Where nothing can be stored, nothing was: whoever records there is told.
      if (!(error instanceof StorageFailure)) this.#complain(error);
      return false;
    }
  }

  /** Asks the browser not to clear recordings by itself; the card says what it answers. */
  async askToKeep(): Promise<void> {
    setText(this.#kept, keptWords(await pageStorage.ask()));
  }

  /** Takes in what has just been recorded. */
  async add(recording: StoredRecording): Promise<void> {
    const shelf = await this.#shelf;
    await shelf.keep(recording);
    this.#card.open = true;
    await this.#show();
  }

  /** Deletes a recording without a frame. */
  async discard(id: string): Promise<void> {
    await (await this.#shelf).remove(id);
  }

  /** @returns whether the user has it as a file now */
  save(recording: StoredRecording): Promise<Saved> {
    return this.#noting(recording, 'saved', async (shelf) =>
      this.#give(await linesOf(shelf, recording), POSE_STREAM_FILE),
    );
  }

  /** As `save`, of its video. */
  saveVideo(recording: StoredRecording): Promise<Saved> {
    return this.#noting(recording, 'videoSaved', async (shelf) => {
      const video = await videoOf(shelf, recording);
      return video ? this.#give(video, VIDEO_FILE) : 'no';
    });
  }

  #saveAs(recording: StoredRecording): Promise<Saved> {
    return this.#noting(recording, 'saved', async (shelf) => {
      const nameWith = (ending: string) => recordingFileName(recording.createdAt, ending);
      const open = () => linesOf(shelf, recording);
      const exported = await this.#exports.saveAs({ nameWith, open });
      // What this page cannot open again does not stand in for the recording.
      const whole = exported?.format.id === 'ndjson' || exported?.format.id === 'json';
      return whole ? exported.saved : 'no';
    });
  }

  /** Gives the user a file of a recording, and notes with it that he has it. */
  async #noting(
    { id }: StoredRecording,
    file: SavableFile,
    give: (shelf: RecordingShelf) => Promise<Saved>,
  ): Promise<Saved> {
    const saved = await this.#complaining(async () => {
      const shelf = await this.#shelf;
      const saved = await give(shelf);
      if (saved === 'no') return saved;
      await shelf.note(id, file, saved);
      await this.#show();
      return saved;
    });
    return saved || 'no';
  }

  /** @returns 'no' where the user was asked for a place and chose none */
  async #give(file: File, kind: FileKind): Promise<Saved> {
    if (this.#options.asksForPlace()) {
      return (await saveToPlace(file, file.name, kind)) ? 'yes' : 'no';
    }
    download(file, file.name);
    return 'downloaded';
  }

  async #replay(recording: StoredRecording): Promise<void> {
    await this.#complaining(async () => {
      const shelf = await this.#shelf;
      const lines = await linesOf(shelf, recording);
      const video = await videoOf(shelf, recording);
      this.#options.replay(video ? [lines, video] : [lines]);
    });
  }

  async #delete(recording: StoredRecording): Promise<void> {
    if (!(await ask(deleteQuestion(recording)))) return;
    await this.#complaining(async () => {
      await (await this.#shelf).remove(recording.id);
      await this.#show();
    });
  }

  async #show(): Promise<readonly StoredRecording[]> {
    const recordings = await (await this.#shelf).list();
    this.#card.hidden = recordings.length === 0;
    this.#list.show(recordings);
    return recordings;
  }

  async #complaining<T>(work: () => Promise<T>): Promise<T | false> {
    try {
      return await work();
    } catch (error) {
      this.#complain(error);
      return false;
    }
  }

  #complain(error: unknown): void {
    this.#options.notices.show(describeError(error));
  }
}
