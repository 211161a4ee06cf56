import { proxy, transfer } from 'comlink';
import type { HandDetection } from '../hands/hand-detection.ts';
import { DetectorFailure } from './detector-failure.ts';
import type { DetectorOptions } from './detector-options.ts';
import type { HandDetector } from './hand-detector.ts';
import type { LandmarkerDetector } from './landmarker-detector.ts';
import { WorkerFailure, WorkerHandle, type OwnedWorker } from './worker-handle.ts';

/** Longest a worker may take, ms: for one frame, and to build its graph once all files are there. */
const DETECT_TIMEOUT_MS = 20_000;
const START_TIMEOUT_MS = 120_000;

/** Frames in a row that a living worker may throw at before it counts as broken. */
const MAX_THROWS_IN_A_ROW = 2;

/** Workers that may die one after the other, with no frame in between, before it is given up. */
const MAX_RESTARTS_IN_A_ROW = 3;

/** A HandDetector in its own worker, which it owns and opens anew when it died or hung. */
export class WorkerDetector implements HandDetector {
  #options: DetectorOptions;
  readonly #createWorker: () => OwnedWorker;
  #worker: WorkerHandle<LandmarkerDetector> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #restarts = 0;
  #restartsInARow = 0;
  #throwsInARow = 0;
  #disposed = false;

  constructor(options: DetectorOptions, createWorker: () => OwnedWorker) {
    this.#options = options;
    this.#createWorker = createWorker;
  }

  get delegate(): 'CPU' | 'GPU' {
    return this.#options.delegate;
  }

  /** How often its worker was opened anew. */
  get restarts(): number {
    return this.#restarts;
  }

  /**
   * Opens the worker and waits until it is warm.
   * @param onProgress called with the fraction of the way, 0..1
   * @throws DetectorFailure, or WorkerFailure where the worker died on the way
   */
  async open(onProgress: (fraction: number) => void = () => {}): Promise<void> {
    const worker = new WorkerHandle<LandmarkerDetector>(this.#createWorker);
    this.#worker = worker;
    try {
      const loaded = await worker.call((api) => api.load(proxy(onProgress)));
      if (!loaded.ok)
        throw new DetectorFailure({ type: 'detector-load-failed', reason: loaded.reason });
      const started = await worker.call((api) => api.start(this.#options), START_TIMEOUT_MS);
      if (!started.ok)
        throw new DetectorFailure({ type: 'detector-start-failed', reason: started.reason });
    } catch (error) {
      // A worker that is not ready must not be taken for a living one by the next call.
      worker[Symbol.dispose]();
      throw error;
    }
  }

  async detect(image: VideoFrame, timeMs: number): Promise<readonly HandDetection[]> {
    const frame = image.clone();
    const run = () => this.#detect(frame, timeMs).finally(() => frame.close());
    // Both ways on: a call that failed must not keep the next from running.
    const result = this.#queue.then(run, run);
    this.#queue = result;
    return result;
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    this.#worker?.[Symbol.dispose]();
  }

  async #detect(frame: VideoFrame, timeMs: number): Promise<readonly HandDetection[]> {
    const worker = await this.#livingWorker();
    try {
      const hands = await worker.call(
        (api) => api.detect(transfer(frame, [frame]), timeMs),
        DETECT_TIMEOUT_MS,
      );
      this.#restartsInARow = 0;
      this.#throwsInARow = 0;
      return hands;
    } catch (error) {
      // An aborted wasm or a lost GL context throws for ever in a worker that is alive.
      this.#throwsInARow += 1;
      if (this.#throwsInARow >= MAX_THROWS_IN_A_ROW) worker[Symbol.dispose]();
      throw error;
    }
  }

  async #livingWorker(): Promise<WorkerHandle<LandmarkerDetector>> {
    if (this.#disposed) throw new WorkerFailure({ type: 'disposed' });
    const failure = this.#worker?.failure;
    if (this.#worker && !failure) return this.#worker;
    if (this.#restartsInARow === MAX_RESTARTS_IN_A_ROW) {
      const [restarts, reason] = [this.#restarts, failure?.message ?? 'never opened'];
      throw new DetectorFailure({ type: 'detector-gave-up', restarts, reason });
    }
    this.#restarts += 1;
    this.#restartsInARow += 1;
    this.#throwsInARow = 0;
    // What broke a worker twice in a row may be the GPU.
    if (this.#restartsInARow > 1) this.#options = { ...this.#options, delegate: 'CPU' };
    await this.open();
    return this.#worker!;
  }
}
