import { proxy, transfer } from 'comlink';
import type { BoundingBox } from '../hands/bounding-box.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import type { CheckUpAnswer } from './internet-check-up.ts';
import type { EngineState, Inference, InferOptions, InternetEngine } from './internet-engine.ts';
import { failureReason, InternetFailure } from './internet-failure.ts';
import type { InternetRunner, RunnerOptions, RunnerState } from './internet-runner.ts';
import type { Progress } from './progress.ts';
import { WorkerFailure, WorkerHandle, type OwnedWorker } from './worker-handle.ts';

/** Longest a worker may take, ms: for one batch, and to open and warm up. */
const INFER_TIMEOUT_MS = 30_000;
const START_TIMEOUT_MS = 180_000;
/** How many times longer a GPU may take that the CPU imitates. */
const SOFTWARE_GPU_PATIENCE = 10;

/** Batches in a row that a living worker may throw at before it counts as broken. */
const MAX_THROWS_IN_A_ROW = 2;

/** Workers that may die one after the other, with no batch in between, before the GPU, then all, is given up. */
const MAX_RESTARTS_IN_A_ROW = 3;

const NOTHING: Inference = {
  crops: [],
  cost: { cropMs: 0, networkMs: 0, decodeMs: 0, dispatches: 0, bytesReadBack: 0 },
};

/** An InterNet in its own worker, which it owns and opens anew when it died or hung. */
export class WorkerInternet implements InternetEngine {
  #options: RunnerOptions;
  readonly #createWorker: () => OwnedWorker;
  #worker: WorkerHandle<InternetRunner> | null = null;
  #runner: RunnerState | null = null;
  #fallback: string | null;
  #queue: Promise<unknown> = Promise.resolve();
  #restarts = 0;
  #restartsInARow = 0;
  #throwsInARow = 0;
  #lastReason = 'never opened';
  #disposed = false;

  /** @param fallback why it is not to run on what was asked for, as a sentence */
  constructor(
    options: RunnerOptions,
    createWorker: () => OwnedWorker,
    fallback: string | null = null,
  ) {
    this.#options = options;
    this.#createWorker = createWorker;
    this.#fallback = fallback;
  }

  get contract(): InternetContract {
    return this.#opened().contract;
  }

  /** What its backend said about the check-up's picture when it was opened. */
  get checkUp(): CheckUpAnswer {
    return this.#opened().checkUp;
  }

  get state(): EngineState {
    const { precision, adapter, threads } = this.#opened();
    const [fallback, restarts] = [this.#fallback, this.#restarts];
    return { backend: this.#options.backend, precision, adapter, threads, fallback, restarts };
  }

  /**
   * Opens the worker and waits until it is warm.
   * @param onProgress called with the fraction of the way, 0..1, and what is being done
   * @throws InternetFailure, or WorkerFailure where the worker died on the way
   */
  async open(onProgress: Progress = () => {}): Promise<void> {
    const worker = new WorkerHandle<InternetRunner>(this.#createWorker);
    this.#worker = worker;
    try {
      const outcome = await worker.call(
        (api) => api.start(this.#options, proxy(onProgress)),
        START_TIMEOUT_MS * this.#patience,
      );
      if (!outcome.ok) {
        const { type, reason } = outcome;
        const { name } = this.#options;
        throw new InternetFailure({ type: `internet-${type}`, name, reason });
      }
      this.#runner = outcome.state;
    } catch (error) {
      this.#lastReason = failureReason(error);
      // A worker that is not ready must not be taken for a living one by the next call.
      worker[Symbol.dispose]();
      throw error;
    }
  }

  async infer(
    image: VideoFrame,
    boxes: readonly BoundingBox[],
    options: InferOptions,
  ): Promise<Inference> {
    if (boxes.length === 0) return NOTHING;
    const frame = image.clone();
    const run = () => this.#infer(frame, boxes, options).finally(() => frame.close());
    // Both ways on: a call that failed must not keep the next from running.
    const result = this.#queue.then(run, run);
    this.#queue = result;
    return result;
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    this.#worker?.[Symbol.dispose]();
  }

  async #infer(
    frame: VideoFrame,
    boxes: readonly BoundingBox[],
    options: InferOptions,
  ): Promise<Inference> {
    const worker = await this.#livingWorker();
    try {
      const inference = await worker.call(
        (api) => api.infer(transfer(frame, [frame]), boxes, options),
        INFER_TIMEOUT_MS * this.#patience,
      );
      this.#restartsInARow = 0;
      this.#throwsInARow = 0;
      return inference;
    } catch (error) {
      this.#lastReason = failureReason(error);
      // An aborted wasm throws for ever in a worker that is alive.
      this.#throwsInARow += 1;
      if (this.#throwsInARow >= MAX_THROWS_IN_A_ROW) worker[Symbol.dispose]();
      throw error;
    }
  }

  async #livingWorker(): Promise<WorkerHandle<InternetRunner>> {
    if (this.#disposed) throw new WorkerFailure({ type: 'disposed' });
    const failure = this.#worker?.failure;
    if (this.#worker && !failure) return this.#worker;
    if (failure?.problem.type === 'crashed') this.#lastReason = failure.problem.reason;
    if (this.#restartsInARow === MAX_RESTARTS_IN_A_ROW) this.#giveUpBackend();
    this.#restarts += 1;
    this.#restartsInARow += 1;
    this.#throwsInARow = 0;
    await this.open();
    return this.#worker!;
  }

  #giveUpBackend(): void {
    const [restarts, reason, { name, backend }] = [this.#restarts, this.#lastReason, this.#options];
    if (backend === 'wasm') {
      throw new InternetFailure({ type: 'internet-gave-up', name, restarts, reason });
    }
    this.#fallback = `Not on WebGPU: the GPU failed ${MAX_RESTARTS_IN_A_ROW} times in a row (${reason}).`;
    this.#options = { ...this.#options, backend: 'wasm' };
    this.#restartsInARow = 0;
  }

  get #patience(): number {
    const { backend, softwareGpu } = this.#options;
    return backend === 'webgpu' && softwareGpu ? SOFTWARE_GPU_PATIENCE : 1;
  }

  #opened(): RunnerState {
    if (!this.#runner) throw new Error('Asked before it was open');
    return this.#runner;
  }
}
