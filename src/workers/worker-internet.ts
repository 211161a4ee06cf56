import { proxy, transfer } from 'comlink';
import type { BoundingBox } from '../hands/bounding-box.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import type { CheckUpAnswer } from './internet-check-up.ts';
import type { EngineState, Inference, InferOptions, InternetEngine } from './internet-engine.ts';
import { InternetFailure } from './internet-failure.ts';
import type { InternetRunner, RunnerOptions, RunnerState } from './internet-runner.ts';
import { KeptWorker, MAX_RESTARTS_IN_A_ROW } from './kept-worker.ts';
import type { Progress } from './progress.ts';
import type { OwnedWorker, WorkerHandle } from './worker-handle.ts';

/** Longest a worker may take, ms: for one batch, and to open and warm up. */
const INFER_TIMEOUT_MS = 30_000;
const START_TIMEOUT_MS = 180_000;
/** How many times longer a GPU may take that the CPU imitates. */
const SOFTWARE_GPU_PATIENCE = 10;

const NOTHING: Inference = {
  crops: [],
  cost: { cropMs: 0, networkMs: 0, decodeMs: 0, dispatches: 0, bytesReadBack: 0 },
};

/** An InterNet in its own worker, which it owns and opens anew when it died or hung. */
export class WorkerInternet implements InternetEngine {
  #options: RunnerOptions;
  readonly #worker: KeptWorker<InternetRunner>;
  #runner: RunnerState | null = null;
  #fallback: string | null;

  /** @param fallback why it is not to run on what was asked for, as a sentence */
  constructor(options: RunnerOptions, create: () => OwnedWorker, fallback: string | null = null) {
    this.#options = options;
    this.#fallback = fallback;
    this.#worker = new KeptWorker<InternetRunner>({
      create,
      start: (worker) => this.#start(worker),
      beforeRestart: (inARow, reason) => this.#beforeRestart(inARow, reason),
    });
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
    const [fallback, restarts] = [this.#fallback, this.#worker.restarts];
    return { backend: this.#options.backend, precision, adapter, threads, fallback, restarts };
  }

  /**
   * Opens the worker and waits until it is warm.
   * @param onProgress called with the fraction of the way, 0..1, and what is being done
   * @throws InternetFailure, or WorkerFailure where the worker died on the way
   */
  open(onProgress?: Progress): Promise<void> {
    return this.#worker.open((worker) => this.#start(worker, onProgress));
  }

  async infer(
    image: VideoFrame,
    boxes: readonly BoundingBox[],
    options: InferOptions,
  ): Promise<Inference> {
    if (boxes.length === 0) return NOTHING;
    return this.#worker.ask(image, (worker, frame) =>
      worker.call(
        (api) => api.infer(transfer(frame, [frame]), boxes, options),
        INFER_TIMEOUT_MS * this.#patience,
      ),
    );
  }

  [Symbol.dispose](): void {
    this.#worker[Symbol.dispose]();
  }

  async #start(
    worker: WorkerHandle<InternetRunner>,
    onProgress: Progress = () => {},
  ): Promise<void> {
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
  }

  /** A GPU that fails again and again is replaced by WebAssembly, which then gets its own chances. */
  #beforeRestart(inARow: number, reason: string): 'afresh' | 'on' {
    if (inARow < MAX_RESTARTS_IN_A_ROW) return 'on';
    const { name, backend } = this.#options;
    if (backend === 'wasm') {
      const { restarts } = this.#worker;
      throw new InternetFailure({ type: 'internet-gave-up', name, restarts, reason });
    }
    this.#fallback = `Not on WebGPU: the GPU failed ${inARow} times in a row (${reason}).`;
    this.#options = { ...this.#options, backend: 'wasm' };
    return 'afresh';
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
