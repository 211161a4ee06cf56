import { ProgressLine } from './progress-line.ts';

/** What is done before that is not worth a line that comes and goes, ms. */
const SHOWN_AFTER_MS = 400;

/** An export that runs: what is being done, how far it is, and a button that stops it. */
export class ExportLine implements Disposable {
  readonly #line = document.createElement('div');
  readonly #progress: ProgressLine;
  readonly #shown: ReturnType<typeof setTimeout>;

  /**
   * @param place where the line goes, and other exports' lines
   * @param stop called when the user has enough of it
   */
  constructor(place: HTMLElement, stop: () => void) {
    const label = document.createElement('p');
    const bar = document.createElement('div');
    bar.setAttribute('role', 'progressbar');
    bar.setAttribute('aria-label', 'Saving');
    bar.append(document.createElement('i'));
    const cancel = document.createElement('button');
    cancel.type = 'button';
    cancel.className = 'plain';
    cancel.textContent = 'Cancel';
    cancel.dataset['testid'] = 'export-cancel';
    cancel.addEventListener('click', stop);
    this.#line.className = 'progress-line';
    this.#line.dataset['testid'] = 'export-line';
    this.#line.append(label, bar, cancel);
    this.#progress = new ProgressLine(this.#line, label, bar);
    this.#shown = setTimeout(() => place.append(this.#line), SHOWN_AFTER_MS);
  }

  /** @param fraction 0..1; at 1 what is left is of unknown length */
  show(doing: string, fraction: number): void {
    this.#progress.show(doing, fraction < 1 ? fraction : null);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#shown);
    this.#line.remove();
  }
}
