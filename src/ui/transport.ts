import { byId } from './by-id.ts';
import { setText } from './set-text.ts';

/** Pause for everything that moves, and the position in a clip. */
export class Transport {
  readonly #pause = byId('pause', HTMLButtonElement);
  readonly #label = byId('pause-label', HTMLElement);
  readonly #field = byId('seek-field', HTMLElement);
  readonly #seek = byId('seek', HTMLInputElement);
  readonly #time = byId('seek-time', HTMLElement);
  #dragging = false;

  /** @param seek called with ms from the clip's start */
  constructor(pause: () => void, seek: (timeMs: number) => void) {
    this.#pause.addEventListener('click', pause);
    this.#seek.addEventListener('input', () => {
      this.#dragging = true;
      seek(this.#seek.valueAsNumber * 1000);
    });
    // A drag that ends where it began changes nothing, but ends.
    for (const end of ['change', 'pointerup', 'blur']) {
      this.#seek.addEventListener(end, () => (this.#dragging = false));
    }
  }

  showPaused(paused: boolean): void {
    this.#pause.setAttribute('aria-pressed', String(paused));
    setText(this.#label, paused ? 'Resume' : 'Pause');
  }

  /** A picture does not move. */
  allowPause(allowed: boolean): void {
    this.#pause.disabled = !allowed;
  }

  /** @param durationMs of the clip, or null where there is nothing to seek in */
  showLength(durationMs: number | null): void {
    this.#field.hidden = durationMs === null;
    if (durationMs !== null) this.#seek.max = (durationMs / 1000).toFixed(2);
  }

  showTime(timeMs: number): void {
    if (this.#field.hidden) return;
    if (!this.#dragging) this.#seek.valueAsNumber = timeMs / 1000;
    const seconds = Math.floor(timeMs / 1000);
    setText(this.#time, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
  }
}
