import type { StoredRecording } from '../workers/recording-facts.ts';
import { byId } from './by-id.ts';
import { recordRow, type RecordRowEvents } from './record-row.ts';

/** The list of recordings. */
export class RecordList {
  readonly #list = byId('recordings', HTMLElement);
  readonly #eventsOf: (recording: StoredRecording) => RecordRowEvents;

  /** @param eventsOf what a recording's buttons do */
  constructor(eventsOf: (recording: StoredRecording) => RecordRowEvents) {
    this.#eventsOf = eventsOf;
  }

  /** Whoever was on a button stays where he was. */
  show(recordings: readonly StoredRecording[]): void {
    const buttons = () => [...this.#list.querySelectorAll('button')];
    const focused = buttons().findIndex((button) => button === document.activeElement);
    this.#list.replaceChildren(...recordings.map((each) => recordRow(each, this.#eventsOf(each))));
    if (focused < 0) return;
    const left = buttons();
    left.at(Math.min(focused, left.length - 1))?.focus();
  }
}
