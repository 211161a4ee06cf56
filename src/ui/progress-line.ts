/** What is being done and how far it is, shown while it lasts. */
export class ProgressLine {
  readonly #line: HTMLElement;
  readonly #label: HTMLElement;
  readonly #bar: HTMLElement;

  /**
   * @param line all of it
   * @param label within it: what is being done
   * @param bar within it: the element with role=progressbar
   */
  constructor(line: HTMLElement, label: HTMLElement, bar: HTMLElement) {
    this.#line = line;
    this.#label = label;
    this.#bar = bar;
  }

  /** @param fraction 0..1, or null where nobody knows how long it takes */
  show(label: string, fraction: number | null): void {
    this.#line.hidden = false;
    this.#label.textContent = label;
    this.#bar.toggleAttribute('data-indeterminate', fraction === null);
    if (fraction === null) {
      this.#bar.removeAttribute('aria-valuenow');
      return;
    }
    this.#bar.setAttribute('aria-valuenow', String(Math.round(fraction * 100)));
    this.#bar.style.setProperty('--done', String(fraction));
  }

  hide(): void {
    if (!this.#line.hidden) this.#line.hidden = true;
  }
}
