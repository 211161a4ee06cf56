import { landmarkerEstimator } from './landmarker-estimator.ts';
import type { EstimatorInput, PoseEstimator } from './pose-estimator.ts';

/**
 * An estimator that is replaced while the stream runs: each frame is seen by the one that is on
 * then. At first that is the landmarker, which needs nothing to be loaded.
 */
export class SwitchedEstimator implements PoseEstimator {
  #on = landmarkerEstimator();
  #busy: Promise<unknown> = Promise.resolve();

  get id() {
    return this.#on.id;
  }

  get backend() {
    return this.#on.backend;
  }

  get detectorPace() {
    return this.#on.detectorPace;
  }

  estimate(input: EstimatorInput): ReturnType<PoseEstimator['estimate']> {
    const found = this.#on.estimate(input);
    if (found instanceof Promise) this.#busy = found.catch(() => {});
    return found;
  }

  /** Resolves when the former one has seen its last frame: what it runs on can be disposed then. */
  async use(estimator: PoseEstimator): Promise<void> {
    this.#on = estimator;
    await this.#busy;
  }

  [Symbol.dispose](): void {}
}
