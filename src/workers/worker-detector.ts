import { proxy, transfer } from 'comlink';
import type { HandDetection } from '../hands/hand-detection.ts';
import { DetectorFailure } from './detector-failure.ts';
import type { DetectorOptions } from './detector-options.ts';
import type { HandDetector } from './hand-detector.ts';
import { KeptWorker, MAX_RESTARTS_IN_A_ROW } from './kept-worker.ts';
import type { LandmarkerDetector } from './landmarker-detector.ts';
import type { OwnedWorker, WorkerHandle } from './worker-handle.ts';

/** Longest a worker may take, ms: for one frame, and to build its graph once all files are there. */
const DETECT_TIMEOUT_MS = 20_000;
const START_TIMEOUT_MS = 120_000;

/** A HandDetector in its own worker, which it owns and opens anew when it died or hung. */
export class WorkerDetector implements HandDetector {
  #options: DetectorOptions;
  readonly #worker: KeptWorker<LandmarkerDetector>;

  constructor(options: DetectorOptions, create: () => OwnedWorker) {
    this.#options = options;
    this.#worker = new KeptWorker<LandmarkerDetector>({
      create,
      start: (worker) => this.#start(worker),
      beforeRestart: (inARow, reason) => this.#beforeRestart(inARow, reason),
    });
  }

  get delegate(): 'CPU' | 'GPU' {
    return this.#options.delegate;
  }

  /** How often its worker was opened anew. */
  get restarts(): number {
    return this.#worker.restarts;
  }

  /**
   * Opens the worker and waits until it is warm.
   * @param onProgress called with the fraction of the way, 0..1
   * @throws DetectorFailure, or WorkerFailure where the worker died on the way
   */
  open(onProgress?: (fraction: number) => void): Promise<void> {
    return this.#worker.open((worker) => this.#start(worker, onProgress));
  }

  detect(image: VideoFrame, timeMs: number): Promise<readonly HandDetection[]> {
    return this.#worker.ask(image, (worker, frame) =>
      worker.call((api) => api.detect(transfer(frame, [frame]), timeMs), DETECT_TIMEOUT_MS),
    );
  }

  /** Ends its worker. */
  [Symbol.dispose](): void {
    this.#worker[Symbol.dispose]();
  }

  async #start(
    worker: WorkerHandle<LandmarkerDetector>,
    onProgress: (fraction: number) => void = () => {},
  ): Promise<void> {
    const loaded = await worker.call((api) => api.load(proxy(onProgress)));
    if (!loaded.ok)
      throw new DetectorFailure({ type: 'detector-load-failed', reason: loaded.reason });
    const started = await worker.call((api) => api.start(this.#options), START_TIMEOUT_MS);
    if (!started.ok)
      throw new DetectorFailure({ type: 'detector-start-failed', reason: started.reason });
  }

  #beforeRestart(inARow: number, reason: string): 'on' {
    if (inARow === MAX_RESTARTS_IN_A_ROW) {
      const { restarts } = this.#worker;
      throw new DetectorFailure({ type: 'detector-gave-up', restarts, reason });
    }
    // What broke a worker twice in a row may be the GPU.
    if (inARow > 0) this.#options = { ...this.#options, delegate: 'CPU' };
    return 'on';
  }
}
