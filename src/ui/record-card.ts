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
import { canAskForPlace, download, saveToPlace } from './record-save.ts';
import { deleteQuestion, recordingFileName } from './record-words.ts';

export interface RecordCardOptions {
  readonly notices: Notices;
  /** Whether the user wants to be asked where files go. */
  readonly asksForPlace: () => boolean;
  readonly replay: (file: File) => void;
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
      const name = recordingFileName(recording.createdAt);
      const asks = this.#options.asksForPlace() && canAskForPlace();
      if (asks && !(await saveToPlace(file, name))) return false;
      if (!asks) download(file, name);
      await shelf.keep({ ...recording, saved: true });
      await this.#show();
      return true;
    });
  }

  async #replay(recording: StoredRecording): Promise<void> {
    await this.#complaining(async () => {
      const file = await (await this.#shelf).open(recording);
      const name = recordingFileName(recording.createdAt);
      this.#options.replay(new File([file], name, { type: file.type }));
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
