import type { ExportFormat } from '../recording/export/export-formats.ts';
import { exportInWorker } from '../workers/export-in-worker.ts';
import type { Saved } from '../workers/recording-facts.ts';
import { describeError } from './describe-error.ts';
import { chooseFormat } from './export-choice.ts';
import { ExportLine } from './export-line.ts';
import { EXPORT_WORDS, exportedWords } from './export-words.ts';
import type { Notices } from './notices.ts';
import { askForPlace, download } from './record-save.ts';
import { setText } from './set-text.ts';

export interface ExportSaverOptions {
  readonly notices: Notices;
  /** Whether the user wants to be asked where files go. */
  readonly asksForPlace: () => boolean;
}

/** A recording that can be saved. */
export interface SavableRecording {
  /** The file's name with an ending, as `.csv`. */
  readonly nameWith: (ending: string) => string;
  /** Opens the recording, or makes it: that may take a while, which `show` says. */
  readonly open: (
    show: (doing: string, fraction: number) => void,
    signal: AbortSignal,
  ) => Promise<File>;
}

/** A file that the user was given. */
export interface Exported {
  readonly format: ExportFormat;
  readonly saved: Exclude<Saved, 'no'>;
}

/** "Save as…": a recording in the format, and at the place, that the user chooses. */
export class ExportSaver {
  readonly #options: ExportSaverOptions;
  readonly #place: HTMLElement;
  readonly #said = document.createElement('p');

  /** @param place where it is said what is being saved, and was */
  constructor(place: HTMLElement, options: ExportSaverOptions) {
    this.#options = options;
    this.#place = place;
    this.#said.className = 'explain';
    this.#said.setAttribute('role', 'status');
    this.#said.dataset['testid'] = 'exported';
    place.append(this.#said);
  }

  /** @returns what the user has now; null: nothing */
  async saveAs({ nameWith, open }: SavableRecording): Promise<Exported | null> {
    const format = await chooseFormat();
    if (!format) return null;
    setText(this.#said, '');
    const name = nameWith(format.ending);
    const stop = new AbortController();
    const { signal } = stop;
    try {
      const asks = this.#options.asksForPlace();
      const kind = { ...format, description: EXPORT_WORDS[format.id].name };
      const place = asks ? await askForPlace(name, kind) : null;
      if (asks && !place) return null;
      using line = new ExportLine(this.#place, () => stop.abort());
      const recording = await open((doing, fraction) => line.show(doing, fraction), signal);
      const onProgress = (fraction: number) => line.show(`Saving ${name}…`, fraction);
      onProgress(0);
      const file = await exportInWorker({ recording, format, place }, { onProgress, signal });
      if (file) download(file, name);
      const saved = file ? 'downloaded' : 'yes';
      setText(this.#said, exportedWords(place?.name ?? name, saved));
      return { format, saved };
    } catch (error) {
      if (!signal.aborted) this.#options.notices.show(describeError(error));
      return null;
    }
  }
}
