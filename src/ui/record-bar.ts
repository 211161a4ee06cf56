import type { RecorderProgress } from '../streams/recorder.ts';
import { byId } from './by-id.ts';
import { durationWords, framesWords, growingSizeWords } from './record-words.ts';
import { setText } from './set-text.ts';

export type RecordState = 'idle' | 'starting' | 'recording' | 'ending';

const LABELS: Readonly<Record<RecordState, string>> = {
  idle: 'Record',
  starting: 'Starting…',
  recording: 'Stop',
  ending: 'Stopping…',
};

/** The record button, and the numbers of the recording beside it. */
export class RecordBar {
  readonly #button = byId('record', HTMLButtonElement);
  readonly #label = byId('record-label', HTMLElement);
  readonly #numbers = byId('recording', HTMLElement);
  readonly #time = byId('recorded-time', HTMLElement);
  readonly #frames = byId('recorded-frames', HTMLElement);
  readonly #size = byId('recorded-size', HTMLElement);
  readonly #dropped = byId('recorded-dropped', HTMLElement);
  readonly #said = byId('record-said', HTMLElement);

  constructor(press: () => void) {
    this.#button.addEventListener('click', press);
  }

  showState(state: RecordState): void {
    this.#button.dataset['state'] = state;
    this.#button.setAttribute('aria-pressed', String(state === 'recording'));
    setText(this.#label, LABELS[state]);
    this.#numbers.hidden = state !== 'recording' && state !== 'ending';
  }

  /** Whether what is on can be recorded. */
  allow(allowed: boolean): void {
    this.#button.disabled = !allowed;
  }

  showProgress({ durationMs, frames, bytes, dropped }: RecorderProgress): void {
    setText(this.#time, durationWords(durationMs));
    setText(this.#frames, framesWords(frames));
    setText(this.#size, growingSizeWords(bytes));
    setText(this.#dropped, `${dropped.toLocaleString('en-GB')} dropped`);
  }

  /** Says what became of the last recording; a screen reader says it too. */
  say(words: string): void {
    setText(this.#said, words);
  }
}
