import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { byId } from './by-id.ts';
import type { ComparedEstimates } from '../hands/hand-estimate.ts';
import { chosenWords } from './chosen-words.ts';
import { setText } from './set-text.ts';

/** The numbers under the stage. */
export class Readout {
  readonly #fps = byId('fps', HTMLElement);
  readonly #latency = byId('latency', HTMLElement);
  readonly #resolution = byId('resolution', HTMLElement);
  readonly #delegate = byId('delegate', HTMLElement);
  readonly #dropped = byId('dropped', HTMLElement);
  readonly #chosenLine = byId('chosen-line', HTMLElement);
  readonly #chosen = byId('chosen', HTMLElement);
  readonly #failed = byId('failed', HTMLElement);
  #drops = 0;
  #failures = 0;

  /** @param fps 0 where there is no rate yet */
  show(live: LivePoseFrame, size: string, fps: number): void {
    setText(this.#fps, fps > 0 ? fps.toFixed(fps < 10 ? 1 : 0) : '–');
    setText(this.#latency, Object.keys(live.timings).length > 0 ? totalMs(live).toFixed(0) : '–');
    setText(this.#resolution, size);
    setText(this.#dropped, String(this.#drops));
  }

  /** Pictures of the source that found the pipeline busy. */
  addDropped(count: number): void {
    this.#drops += count;
  }

  showDelegate(delegate: string): void {
    setText(this.#delegate, delegate);
  }

  /** Whose joints each hand has, where two estimators are asked. */
  showChosen(compared: ComparedEstimates | null, networkName: string): void {
    this.#chosenLine.hidden = compared === null;
    if (compared) setText(this.#chosen, chosenWords(compared.chosen, networkName));
  }

  /** A frame was given up; the stream went on. */
  countFailure(): void {
    setText(this.#failed, String(++this.#failures));
  }

  reset(): void {
    this.#drops = 0;
    this.#failures = 0;
    setText(this.#dropped, '0');
    setText(this.#failed, '0');
    for (const number of [this.#fps, this.#latency, this.#resolution]) setText(number, '–');
  }
}

/** ms from the Frame's first stage to its last. */
export function totalMs({ timings }: LivePoseFrame): number {
  let total = 0;
  for (const spent of Object.values(timings)) total += spent;
  return total;
}
