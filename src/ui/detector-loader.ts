import type { HandDetector } from '../workers/hand-detector.ts';
import { openDetector } from '../workers/open-detector.ts';

export type DetectorMode = 'video' | 'image';

/** What the page shows of a detector that opens. */
export interface DetectorEvents {
  readonly onProgress: (mode: DetectorMode, fraction: number) => void;
  readonly onOpen: (mode: DetectorMode, detector: HandDetector) => void;
}

/**
 * The page's detectors, one for streams and one for pictures: each opened at the first need, shared
 * by all its sources, opened anew after it failed.
 */
export class DetectorLoader {
  readonly #opening = new Map<DetectorMode, Promise<HandDetector>>();
  readonly #events: DetectorEvents;

  constructor(events: DetectorEvents) {
    this.#events = events;
  }

  /** @param mode 'video' follows hands from frame to frame, 'image' looks harder at a still picture */
  get(mode: DetectorMode): Promise<HandDetector> {
    const before = this.#opening.get(mode);
    if (before) return before;
    const opening = this.#open(mode);
    this.#opening.set(mode, opening);
    // An opening that failed is told once and tried again the next time.
    opening.catch(() => {
      if (this.#opening.get(mode) === opening) this.#opening.delete(mode);
    });
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
    const onProgress = (fraction: number) => this.#events.onProgress(mode, fraction);
    const detector = await openDetector({ mode, onProgress });
    this.#events.onOpen(mode, detector);
    return detector;
  }
}
