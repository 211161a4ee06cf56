import { vi } from 'vitest';

/** A page that can fill the screen, in as long as the test takes. Undone by vi.unstubAllGlobals. */
export class FakeDocument extends EventTarget {
  fullscreenElement: object | null = null;
  /** Grants the full screen that was asked for. */
  enter: () => void = () => {};
  readonly documentElement = {
    dataset: {},
    requestFullscreen: () =>
      new Promise<void>((granted) => {
        this.enter = () => {
          this.#change(this.documentElement);
          granted();
        };
      }),
  };

  static stub(): FakeDocument {
    const fake = new FakeDocument();
    vi.stubGlobal('document', fake);
    vi.stubGlobal('screen', { orientation: {} });
    return fake;
  }

  async exitFullscreen(): Promise<void> {
    this.#change(null);
  }

  #change(element: object | null): void {
    this.fullscreenElement = element;
    this.dispatchEvent(new Event('fullscreenchange'));
  }
}
