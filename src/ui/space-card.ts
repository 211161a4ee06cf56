import type { PoseFrame } from '../hands/pose-frame.ts';
import type { HandsView } from '../render/hands-view.ts';
import { isSoftwareRenderer, webglRenderer } from '../workers/software-gpu.ts';
import { cssColourNumber } from './css-colour.ts';
import { Visibility } from './visibility.ts';

/** At most this often: the side panel need not keep up with the stage, least of all without a GPU. */
const LEAST_MS = { gpu: 32, software: 120 };

/** The 3D card: loads three.js when it is first seen, and rests while it is not. */
export class SpaceCard {
  readonly #place: HTMLElement;
  readonly #visibility: Visibility;
  #view: HandsView | null = null;
  #loading = false;
  #latest: PoseFrame | null = null;
  #mirrored = false;
  #lastDrawMs = -Infinity;
  #scheduled = false;
  #leastMs = LEAST_MS.gpu;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#visibility = new Visibility(place, (visible) => {
      if (!visible) return;
      if (this.#view) this.#schedule();
      else void this.#load();
    });
  }

  show(pose: PoseFrame, mirrored: boolean): void {
    this.#latest = pose;
    this.#mirrored = mirrored;
    this.#schedule();
  }

  /** The view was turned round without a new frame. */
  setMirrored(mirrored: boolean): void {
    this.#mirrored = mirrored;
    this.#schedule();
  }

  /** Another source begins: nothing of the last one stays. */
  reset(): void {
    if (!this.#latest) return;
    this.#latest = { ...this.#latest, hands: { right: null, left: null } };
    this.#schedule();
  }

  /** The theme changed. */
  recolour(): void {
    this.#view?.setColours(colours());
  }

  focus(): void {
    this.#place.closest('details')?.setAttribute('open', '');
    this.#place.querySelector('canvas')?.focus();
  }

  #schedule(): void {
    if (this.#scheduled || !this.#view || !this.#visibility.visible) return;
    this.#scheduled = true;
    requestAnimationFrame((nowMs) => {
      const waitMs = this.#lastDrawMs + this.#leastMs - nowMs;
      if (waitMs > 0) {
        // Too soon, but the last pose is not left out. A timer: asking again with every animation
        // frame would keep the whole page drawing.
        setTimeout(() => {
          this.#scheduled = false;
          this.#schedule();
        }, waitMs);
        return;
      }
      this.#scheduled = false;
      this.#lastDrawMs = nowMs;
      if (this.#latest) this.#view?.draw(this.#latest, this.#mirrored);
    });
  }

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    // Not before: a bar that moves unseen keeps the whole page drawing.
    this.#place.querySelector('[role=progressbar]')?.toggleAttribute('data-indeterminate', true);
    try {
      const { HandsView } = await import('../render/hands-view.ts');
      const software = isSoftwareRenderer(webglRenderer() ?? '');
      if (software) this.#leastMs = LEAST_MS.software;
      this.#view = new HandsView(this.#place, colours(), !software);
      this.#place.querySelector('.waiting')?.remove();
      this.#schedule();
    } catch (error) {
      const waiting = this.#place.querySelector('.waiting');
      if (waiting)
        waiting.textContent = 'The 3D view needs WebGL, which this browser does not give.';
      console.error(error);
    }
  }
}

function colours() {
  return { grid: cssColourNumber('--line'), axis: cssColourNumber('--edge') };
}
