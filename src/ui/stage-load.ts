import type { SourceKind } from '../streams/frame-source.ts';

const WAITING: Readonly<Record<SourceKind, string>> = {
  synthetic: 'Drawing synthetic hands…',
  camera: 'Waiting for the camera…',
  clip: 'Opening the video…',
  picture: 'Opening the picture…',
};

/** The veil over the stage while something loads, with a progress bar. */
export class StageLoad {
  readonly #veil: HTMLElement;
  readonly #label: HTMLElement;
  readonly #bar: HTMLElement;

  constructor(veil: HTMLElement, label: HTMLElement, bar: HTMLElement) {
    this.#veil = veil;
    this.#label = label;
    this.#bar = bar;
  }

  /** @param fraction 0..1, or null where nobody knows how long it takes */
  show(label: string, fraction: number | null): void {
    this.#veil.hidden = false;
    this.#label.textContent = label;
    this.#bar.toggleAttribute('data-indeterminate', fraction === null);
    if (fraction === null) {
      this.#bar.removeAttribute('aria-valuenow');
      return;
    }
    this.#bar.setAttribute('aria-valuenow', String(Math.round(fraction * 100)));
    this.#bar.style.setProperty('--done', String(fraction));
  }

  /** A source opens; nobody knows how long it takes. */
  waitFor(kind: SourceKind): void {
    this.show(WAITING[kind], null);
  }

  hide(): void {
    if (!this.#veil.hidden) this.#veil.hidden = true;
  }
}
