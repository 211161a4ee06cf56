import type { HandDetector } from '../workers/hand-detector.ts';
import { openDetector } from '../workers/open-detector.ts';

/** The page's one detector: opened at the first need, shared by all sources, opened anew after it failed. */
export class DetectorLoader {
  #opening: Promise<HandDetector> | null = null;
  readonly #onProgress: (fraction: number) => void;
  readonly #onOpen: (detector: HandDetector) => void;

  constructor(onProgress: (fraction: number) => void, onOpen: (detector: HandDetector) => void) {
    this.#onProgress = onProgress;
    this.#onOpen = onOpen;
  }

  get(): Promise<HandDetector> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Gives up a detector that cannot go on; the next `get` opens another. */
  discard(): void {
    this.#opening?.then((detector) => detector[Symbol.dispose]()).catch(() => {});
    this.#opening = null;
  }

  async #open(): Promise<HandDetector> {
    const detector = await openDetector({ onProgress: this.#onProgress });
    this.#onOpen(detector);
    return detector;
  }
}
