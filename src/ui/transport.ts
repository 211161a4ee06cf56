import { byId } from './by-id.ts';
import { setText } from './set-text.ts';

/** What the transport works on. */
export interface Played {
  /** @param timeMs by the source's own clock */
  seek(timeMs: number): void;
  /** One frame on or back, of what is paused. */
  step(by: 1 | -1): void;
  /** 1: as fast as it was taken. */
  speed: number;
}

/** Pause for everything that moves; position, single steps and speed of clips and replays. */
export class Transport {
  readonly #pause = byId('pause', HTMLButtonElement);
  readonly #label = byId('pause-label', HTMLElement);
  readonly #field = byId('seek-field', HTMLElement);
  readonly #seek = byId('seek', HTMLInputElement);
  readonly #time = byId('seek-time', HTMLElement);
  readonly #pace = byId('pace', HTMLElement);
  readonly #speed = byId('speed', HTMLSelectElement);
  readonly #togglePause: () => void;
  readonly #played: () => Played;
  #startMs = 0;
  #paused = false;
  #dragging = false;

  /** @param played asked at each use */
  constructor(togglePause: () => void, played: () => Played) {
    this.#togglePause = togglePause;
    this.#played = played;
    this.#pause.addEventListener('click', togglePause);
    this.#seek.addEventListener('input', () => {
      this.#dragging = true;
      played().seek(this.#startMs + this.#seek.valueAsNumber * 1000);
    });
    // A drag that ends where it began changes nothing, but ends.
    for (const end of ['change', 'pointerup', 'blur']) {
      this.#seek.addEventListener(end, () => (this.#dragging = false));
    }
    byId('step-back', HTMLButtonElement).addEventListener('click', () => this.step(-1));
    byId('step-on', HTMLButtonElement).addEventListener('click', () => this.step(1));
    this.#speed.addEventListener('change', () => this.#applySpeed());
  }

  showPaused(paused: boolean): void {
    this.#paused = paused;
    this.#pause.setAttribute('aria-pressed', String(paused));
    setText(this.#label, paused ? 'Resume' : 'Pause');
  }

  /** A picture does not move. */
  allowPause(allowed: boolean): void {
    this.#pause.disabled = !allowed;
  }

  /**
   * @param span first and last time of what can be sought in, ms by its own clock, or null where
   *   there is nothing to seek in
   */
  showSpan(span: { readonly startMs: number; readonly endMs: number } | null): void {
    this.#field.hidden = span === null;
    this.#pace.hidden = span === null;
    if (!span) return;
    this.#startMs = span.startMs;
    this.#seek.max = ((span.endMs - span.startMs) / 1000).toFixed(3);
  }

  showTime(timeMs: number): void {
    if (this.#field.hidden) return;
    const sinceMs = Math.max(0, timeMs - this.#startMs);
    if (!this.#dragging) this.#seek.valueAsNumber = sinceMs / 1000;
    const seconds = Math.floor(sinceMs / 1000);
    setText(this.#time, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
  }

  /** Goes one frame on or back, and stays there. */
  step(by: 1 | -1): void {
    if (this.#field.hidden) return;
    if (!this.#paused) this.#togglePause();
    this.#played().step(by);
  }

  /** The next speed up or down, if there is one. */
  changeSpeed(by: 1 | -1): void {
    const next = this.#speed.selectedIndex + by;
    if (this.#field.hidden || next < 0 || next >= this.#speed.length) return;
    this.#speed.selectedIndex = next;
    this.#applySpeed();
  }

  #applySpeed(): void {
    this.#played().speed = Number(this.#speed.value);
  }
}
