import { bufferCount, lastValueFrom, map, tap, toArray } from 'rxjs';
import type { RecordingFile } from '../streams/recording-file.ts';
import type { ReplaySmoothing } from '../streams/replay-shown.ts';
import { resmoothedLines } from '../streams/resmoothed-lines.ts';
import { byId } from './by-id.ts';
import { describeError } from './describe-error.ts';
import type { Notices } from './notices.ts';
import { download } from './record-save.ts';
import { REPLAY_SMOOTHINGS } from './replay-smoothings.ts';
import { replayWords, resmoothedFileName, resmoothingWords } from './replay-words.ts';
import { setText } from './set-text.ts';

/** Lines that go to the browser's blob store together, out of the page's memory. */
const BATCH = 1000;

/** The card of the recording that is replayed: what it is, its smoothing, and saving it anew. */
export class ReplayCard {
  readonly #card = byId('replay-card', HTMLElement);
  readonly #facts = byId('replay-facts', HTMLElement);
  readonly #smoothing = byId('replay-smoothing', HTMLSelectElement);
  readonly #explain = byId('replay-explain', HTMLElement);
  readonly #save = byId('replay-save', HTMLButtonElement);
  readonly #notices: Notices;
  #recording: RecordingFile | null = null;
  #saving = false;

  /** @param changed another smoothing was chosen */
  constructor(notices: Notices, changed: () => void) {
    this.#notices = notices;
    this.#smoothing.addEventListener('change', () => {
      this.#allow();
      changed();
    });
    this.#save.addEventListener('click', () => void this.#saveAnew());
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
    setText(this.#facts, recording ? replayWords(recording) : '');
    setText(this.#explain, recording ? resmoothingWords(recording) : '');
    this.#allow();
  }

  #allow(): void {
    this.#smoothing.disabled = !this.#recording?.hasRaw;
    this.#save.disabled = this.#saving || this.smoothing === 'as-recorded';
  }

  async #saveAnew(): Promise<void> {
    const [recording, smoothing] = [this.#recording, this.smoothing];
    if (!recording) return;
    this.#saving = true;
    this.#allow();
    try {
      download(await this.#file(recording, smoothing), resmoothedFileName(recording.name));
    } catch (error) {
      this.#notices.show(describeError(error));
    } finally {
      this.#saving = false;
      setText(this.#save, 'Save smoothed anew');
      this.#allow();
    }
  }

  /** The recording's lines, smoothed anew, as a file. */
  async #file(recording: RecordingFile, smoothing: ReplaySmoothing): Promise<Blob> {
    let written = 0;
    const parts = resmoothedLines(recording, smoothing).pipe(
      bufferCount(BATCH),
      tap(({ length }) => {
        written += length;
        setText(
          this.#save,
          `Saving… ${Math.round((100 * written) / (recording.index.count + 1))} %`,
        );
      }),
      map((lines) => new Blob([lines.map((line) => `${line}\n`).join('')])),
      toArray(),
    );
    return new Blob(await lastValueFrom(parts), { type: 'application/x-ndjson' });
  }
}
