import { StorageFailure } from '../models/storage-failure.ts';
import { openStorageFolder } from '../models/storage-folder.ts';
import type { StoredRecording } from '../workers/recording-facts.ts';
import { recoverFacts } from '../workers/recording-recovery.ts';
import { RecordingShelf } from '../workers/recording-shelf.ts';
import { ask } from './ask.ts';
import { byId } from './by-id.ts';
import { describeError } from './describe-error.ts';
import type { Notices } from './notices.ts';
import { recordRow } from './record-row.ts';
import { download, saveToPlace } from './record-save.ts';
import { deleteQuestion, recordingFileName } from './record-words.ts';

export interface RecordCardOptions {
  readonly notices: Notices;
  /** Whether the user wants to be asked where files go. */
  readonly asksForPlace: () => boolean;
  /** Plays a recording, with the video beside it, where there is one. */
  readonly replay: (files: readonly [File, ...File[]]) => void;
}

/** The recordings that this browser keeps: to save, to replay, to delete. */
export class RecordCard {
  readonly #card = byId('recordings-card', HTMLDetailsElement);
  readonly #list = byId('recordings', HTMLElement);
  readonly #options: RecordCardOptions;
  readonly #shelf = openStorageFolder('recordings').then(
    (folder) => new RecordingShelf(folder, navigator.locks),
  );

  constructor(options: RecordCardOptions) {
    this.#options = options;
  }

  /**
   * Shows what is kept, and what a page left that was closed while it recorded.
   * @returns whether something of that kind is still to be saved
   */
  async restore(): Promise<boolean> {
    try {
      const shelf = await this.#shelf;
      await this.#show();
      await shelf.recover(recoverFacts);
      const recordings = await this.#show();
      return recordings.some(({ recovered, saved }) => recovered && !saved);
    } catch (error) {
      // Where nothing can be stored, nothing was: whoever records there is told.
      if (!(error instanceof StorageFailure)) this.#complain(error);
      return false;
    }
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
  async save(recording: StoredRecording): Promise<boolean> {
    return this.#complaining(async () => {
      const shelf = await this.#shelf;
      const file = await shelf.open(recording);
      if (!(await this.#give(file, recordingFileName(recording.createdAt, 'ndjson')))) return false;
      await shelf.keep({ ...recording, saved: true });
      await this.#show();
      return true;
    });
  }

  /** @returns whether the user has its video as a file now */
  async saveVideo(recording: StoredRecording): Promise<boolean> {
    return this.#complaining(async () => {
      const video = await (await this.#shelf).openVideo(recording);
      return !!video && this.#give(video, recordingFileName(recording.createdAt, 'webm'));
    });
  }

  /** @returns false where the user was asked for a place and chose none */
  async #give(file: Blob, name: string): Promise<boolean> {
    if (this.#options.asksForPlace()) return saveToPlace(file, name);
    download(file, name);
    return true;
  }

  async #replay(recording: StoredRecording): Promise<void> {
    await this.#complaining(async () => {
      const shelf = await this.#shelf;
      const named = (file: Blob, ending: 'ndjson' | 'webm') =>
        new File([file], recordingFileName(recording.createdAt, ending), { type: file.type });
      const video = await shelf.openVideo(recording);
      const lines = named(await shelf.open(recording), 'ndjson');
      this.#options.replay(video ? [lines, named(video, 'webm')] : [lines]);
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
    const rows = recordings.map((recording) =>
      recordRow(recording, {
        onSave: () => void this.save(recording),
        onSaveVideo: () => void this.saveVideo(recording),
        onReplay: () => void this.#replay(recording),
        onDelete: () => void this.#delete(recording),
      }),
    );
    const buttons = () => [...this.#list.querySelectorAll('button')];
    const focused = buttons().findIndex((button) => button === document.activeElement);
    this.#list.replaceChildren(...rows);
    if (focused >= 0)
      buttons()
        .at(Math.min(focused, buttons().length - 1))
        ?.focus();
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
