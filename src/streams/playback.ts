/**
 * What a user does to something that plays: pause, seek. The page owns one per clip, the clip's
 * source obeys it; times are ms from the clip's start.
 */
export class Playback {
  #paused = false;
  #seekMs: number | undefined;
  readonly #changes = new EventTarget();

  get paused(): boolean {
    return this.#paused;
  }

  set paused(paused: boolean) {
    this.#paused = paused;
    this.#changes.dispatchEvent(new Event('change'));
  }

  seek(timeMs: number): void {
    this.#seekMs = Math.max(0, timeMs);
    this.#changes.dispatchEvent(new Event('change'));
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

  /** Resolves at the next pause, resume or seek, or when the signal aborts. */
  changed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#changes.addEventListener('change', () => resolve(), { once: true, signal });
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
