/**
 * What a user does to something that plays: pause, seek, speed, single steps. The page owns one per
 * clip or recording, whose source obeys it; times are ms by the source's clock.
 */
export class Playback {
  #paused = false;
  #seekMs: number | undefined;
  #speed = 1;
  #steps = 0;
  readonly #changes = new EventTarget();

  get paused(): boolean {
    return this.#paused;
  }

  set paused(paused: boolean) {
    this.#paused = paused;
    this.#steps = 0;
    this.#changed();
  }

  /** 1: as fast as it was taken. */
  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = speed;
    this.#changed();
  }

  /** Shows the next frame of something that is paused. */
  step(): void {
    if (!this.#paused) return;
    this.#steps += 1;
    this.#changed();
  }

  /** Whether a step waits to be made, which is then done with. */
  takeStep(): boolean {
    if (this.#steps === 0) return false;
    this.#steps -= 1;
    return true;
  }

  /** Goes to a time, ms; before the beginning is the beginning. */
  seek(timeMs: number): void {
    this.#seekMs = Math.max(0, timeMs);
    this.#changed();
  }

  /** Whether a seek waits to be carried out. */
  get seeking(): boolean {
    return this.#seekMs !== undefined;
  }

  /** The waiting seek, which is then done with. */
  takeSeek(): number | undefined {
    const timeMs = this.#seekMs;
    this.#seekMs = undefined;
    return timeMs;
  }

  /** Resolves at the next of these changes, or when the signal aborts. */
  changed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#changes.addEventListener('change', () => resolve(), { once: true, signal });
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  #changed(): void {
    this.#changes.dispatchEvent(new Event('change'));
  }
}
