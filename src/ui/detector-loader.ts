import type { HandDetector } from '../workers/hand-detector.ts';
import { openDetector } from '../workers/open-detector.ts';

type DetectorMode = 'video' | 'image';

/**
 * The page's detectors, one for streams and one for pictures: each opened at the first need, shared
 * by all its sources, opened anew after it failed.
 */
export class DetectorLoader {
  readonly #opening = new Map<DetectorMode, Promise<HandDetector>>();
  readonly #onProgress: (fraction: number) => void;
  readonly #onOpen: (detector: HandDetector) => void;

  constructor(onProgress: (fraction: number) => void, onOpen: (detector: HandDetector) => void) {
    this.#onProgress = onProgress;
    this.#onOpen = onOpen;
  }

  /** @param mode 'video' follows hands from frame to frame, 'image' looks harder at a still picture */
  get(mode: DetectorMode): Promise<HandDetector> {
    const opening = this.#opening.get(mode) ?? this.#open(mode);
    this.#opening.set(mode, opening);
    return opening;
  }

  /** Gives up detectors that cannot go on; the next `get` opens another. */
  discard(): void {
    for (const opening of this.#opening.values()) {
      opening.then((detector) => detector[Symbol.dispose]()).catch(() => {});
    }
    this.#opening.clear();
  }

  async #open(mode: DetectorMode): Promise<HandDetector> {
    const detector = await openDetector({ mode, onProgress: this.#onProgress });
    this.#onOpen(detector);
    return detector;
  }
}
