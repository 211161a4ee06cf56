/**
 * Fills the screen with the page, in landscape where a phone can be told to. Where the browser cannot
 * (an iPhone), the page stays as it is. Disposing it gives the screen back.
 */
export class FullScreen implements Disposable {
  readonly #onLeft: () => void;
  #entered = false;
  #disposed = false;

  /**
   * Must follow from a user's press.
   * @param onLeft the user left it (Escape, or the phone's own gesture)
   */
  constructor(onLeft: () => void) {
    this.#onLeft = onLeft;
    document.addEventListener('fullscreenchange', this.#changed);
    void this.#enter();
  }

  async #enter(): Promise<void> {
    try {
      // The page and not the dialog: a dialog cannot fill the screen, but lies over what does.
      await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
      // Left before it was there.
      if (this.#disposed) await document.exitFullscreen();
      else await landscape();
    } catch {
      // See above.
    }
  }

  readonly #changed = (): void => {
    if (document.fullscreenElement) this.#entered = true;
    else if (this.#entered) this.#onLeft();
  };

  [Symbol.dispose](): void {
    this.#disposed = true;
    document.removeEventListener('fullscreenchange', this.#changed);
    if (document.fullscreenElement) void document.exitFullscreen();
  }
}

/** @throws where the screen cannot be turned, as on every desktop */
async function landscape(): Promise<void> {
  const { orientation } = screen;
  if ('lock' in orientation && typeof orientation.lock === 'function') {
    await orientation.lock('landscape');
  }
}
