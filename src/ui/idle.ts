/** How long nobody moves before an element rests, ms. */
const REST_AFTER_MS = 3000;

/** Marks an element with `data-idle` while nobody points, types or has the focus in what it hides. */
export class Idle implements Disposable {
  readonly #element: HTMLElement;
  readonly #hides: HTMLElement;
  #timer = 0;

  /** @param hides the part that is not to go while it is used */
  constructor(element: HTMLElement, hides: HTMLElement) {
    this.#element = element;
    this.#hides = hides;
    for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const) {
      element.addEventListener(type, this.#wake);
    }
    this.#wake();
  }

  readonly #wake = (): void => {
    clearTimeout(this.#timer);
    delete this.#element.dataset['idle'];
    this.#timer = window.setTimeout(this.#rest, REST_AFTER_MS);
  };

  readonly #rest = (): void => {
    // Whoever steers by keyboard sees where the focus is.
    if (this.#hides.matches(':hover, :has(:focus-visible)')) return this.#wake();
    this.#element.dataset['idle'] = '';
  };

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}
