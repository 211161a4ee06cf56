/** Keeps the screen on while the page is seen. Where the browser cannot, nothing happens. */
export class WakeLock implements Disposable {
  #sentinel: WakeLockSentinel | null = null;
  #disposed = false;

  constructor() {
    document.addEventListener('visibilitychange', this.#hold);
    this.#hold();
  }

  /** A hidden page loses its lock; it asks again when it is seen again. */
  readonly #hold = (): void => {
    if (document.visibilityState === 'visible') void this.#request();
  };

  async #request(): Promise<void> {
    if (!('wakeLock' in navigator)) return;
    try {
      const sentinel = await navigator.wakeLock.request('screen');
      if (this.#disposed) await sentinel.release();
      else this.#sentinel = sentinel;
    } catch {
      // A low battery may refuse; the screen then dims as ever.
    }
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    document.removeEventListener('visibilitychange', this.#hold);
    void this.#sentinel?.release();
  }
}
