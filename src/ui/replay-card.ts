import type { RecordingFile } from '../streams/recording-file.ts';
import type { ReplaySmoothing } from '../streams/replay-shown.ts';
import { byId } from './by-id.ts';
import { ExportSaver, type ExportSaverOptions } from './export-saver.ts';
import { REPLAY_SMOOTHINGS } from './replay-smoothings.ts';
import { replayFileName, replayWords, resmoothingWords } from './replay-words.ts';
import { resmoothedFile } from './resmoothed-file.ts';
import { setText } from './set-text.ts';

export interface ReplayCardOptions extends ExportSaverOptions {
  /** Another smoothing was chosen. */
  readonly onChanged: () => void;
}

/** The card of the recording that is replayed: what it is, its smoothing, and saving what is shown. */
export class ReplayCard {
  readonly #card = byId('replay-card', HTMLElement);
  readonly #facts = byId('replay-facts', HTMLElement);
  readonly #smoothing = byId('replay-smoothing', HTMLSelectElement);
  readonly #explain = byId('replay-explain', HTMLElement);
  readonly #exports: ExportSaver;
  #recording: RecordingFile | null = null;

  constructor(options: ReplayCardOptions) {
    this.#exports = new ExportSaver(byId('replay-exports', HTMLElement), options);
    this.#smoothing.addEventListener('change', options.onChanged);
    byId('replay-save', HTMLButtonElement).addEventListener('click', () => {
      if (this.#recording) void this.#saveAs(this.#recording, this.smoothing);
    });
  }

  get smoothing(): ReplaySmoothing {
    return REPLAY_SMOOTHINGS[this.#smoothing.value] ?? 'as-recorded';
  }

  /** @param recording what is replayed now; null: nothing, the card goes */
  show(recording: RecordingFile | null): void {
    this.#card.hidden = recording === null;
    if (recording === this.#recording) return;
    this.#recording = recording;
    this.#smoothing.value = 'as-recorded';
    this.#smoothing.disabled = !recording?.hasRaw;
    setText(this.#facts, recording ? replayWords(recording) : '');
    setText(this.#explain, recording ? resmoothingWords(recording) : '');
  }

  async #saveAs(recording: RecordingFile, smoothing: ReplaySmoothing): Promise<void> {
    const { file } = recording;
    const anew = smoothing !== 'as-recorded';
    await this.#exports.saveAs({
      nameWith: (ending) => replayFileName(file.name, anew, ending),
      open: async (show, signal) => {
        if (!anew) return file;
        const onProgress = (fraction: number) => show('Smoothing anew…', fraction);
        return resmoothedFile(recording, smoothing, { onProgress, signal });
      },
    });
  }
}
