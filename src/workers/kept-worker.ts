import { failureReason } from './failure-reason.ts';
import { WorkerFailure, WorkerHandle, type OwnedWorker } from './worker-handle.ts';

/** Frames in a row that a living worker may throw at before it counts as broken. */
const MAX_THROWS_IN_A_ROW = 2;

/** Workers that may die one after the other, with no frame in between, before it is given up. */
export const MAX_RESTARTS_IN_A_ROW = 3;

/** How a worker is made, made ready and given up. */
export interface KeptWorkerOptions<Api> {
  readonly create: () => OwnedWorker;
  /** Makes a new worker ready; where it throws, the worker is disposed. */
  readonly start: (worker: WorkerHandle<Api>) => Promise<void>;
  /**
   * Called before each restart: how many workers died in a row before it, and of what the last did.
   * @returns whether to count afresh, for the next will be another kind of worker
   * @throws to give it up
   */
  readonly beforeRestart: (inARow: number, reason: string) => 'afresh' | 'on';
}

/**
 * One worker that is asked about a frame at a time, in order, and opened anew for the next frame when
 * it died, hung or threw again and again.
 */
export class KeptWorker<Api> implements Disposable {
  readonly #options: KeptWorkerOptions<Api>;
  #worker: WorkerHandle<Api> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #restarts = 0;
  #restartsInARow = 0;
  #throwsInARow = 0;
  #lastReason = 'never opened';
  #disposed = false;

  constructor(options: KeptWorkerOptions<Api>) {
    this.#options = options;
  }

  /** How often it was opened anew. */
  get restarts(): number {
    return this.#restarts;
  }

  /** Opens the worker anew, without giving it up. @throws what `start` throws */
  async open(start: KeptWorkerOptions<Api>['start'] = this.#options.start): Promise<void> {
    const worker = new WorkerHandle<Api>(this.#options.create);
    this.#worker = worker;
    try {
      await start(worker);
    } catch (error) {
      this.#lastReason = failureReason(error);
      // A worker that is not ready must not be taken for a living one by the next call.
      worker[Symbol.dispose]();
      throw error;
    }
  }

  /**
   * Asks the worker about a frame, after the frames before it.
   * @param image lent: `ask` gets a clone, which it may transfer and need not close
   * @throws WorkerFailure, what `ask` throws, or what it is given up with
   */
  ask<T>(
    image: VideoFrame,
    ask: (worker: WorkerHandle<Api>, frame: VideoFrame) => Promise<T>,
  ): Promise<T> {
    const frame = image.clone();
    const run = () => this.#ask((worker) => ask(worker, frame)).finally(() => frame.close());
    // Both ways on: a call that failed must not keep the next from running.
    const result = this.#queue.then(run, run);
    this.#queue = result;
    return result;
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    this.#worker?.[Symbol.dispose]();
  }

  async #ask<T>(ask: (worker: WorkerHandle<Api>) => Promise<T>): Promise<T> {
    const worker = await this.#livingWorker();
    try {
      const answer = await ask(worker);
      this.#restartsInARow = 0;
      this.#throwsInARow = 0;
      return answer;
    } catch (error) {
      this.#lastReason = failureReason(error);
      // An aborted wasm or a lost GL context throws for ever in a worker that is alive.
      this.#throwsInARow += 1;
      if (this.#throwsInARow >= MAX_THROWS_IN_A_ROW) worker[Symbol.dispose]();
      throw error;
    }
  }

  async #livingWorker(): Promise<WorkerHandle<Api>> {
    if (this.#disposed) throw new WorkerFailure({ type: 'disposed' });
    const failure = this.#worker?.failure;
    if (this.#worker && !failure) return this.#worker;
    if (failure?.problem.type === 'crashed') this.#lastReason = failure.problem.reason;
    const count = this.#options.beforeRestart(this.#restartsInARow, this.#lastReason);
    this.#restarts += 1;
    this.#restartsInARow = count === 'afresh' ? 1 : this.#restartsInARow + 1;
    this.#throwsInARow = 0;
    await this.open();
    return this.#worker!;
  }
}
