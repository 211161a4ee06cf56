import { releaseProxy, wrap, type Remote } from 'comlink';

/** What can befall a worker from outside its own code. */
export type WorkerProblem =
  | { readonly type: 'crashed'; readonly reason: string }
  | { readonly type: 'hung'; readonly afterMs: number }
  | { readonly type: 'disposed' };

/** The error of a call that its worker can no longer answer. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';
  readonly problem: WorkerProblem;

  constructor(problem: WorkerProblem) {
    super(problem.type === 'crashed' ? `crashed: ${problem.reason}` : problem.type);
    this.problem = problem;
  }
}

/** The part of a Worker that its handle uses. */
export type OwnedWorker = Pick<
  Worker,
  'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'
>;

/**
 * Owns one worker behind Comlink. Comlink never settles the calls of a worker that died, and drops
 * them when its proxy is collected (comlink#570, #692): here the proxy lives as long as the handle,
 * and the first crash, hang or dispose rejects every call and ends the worker.
 */
export class WorkerHandle<Api> implements Disposable {
  readonly #worker: OwnedWorker;
  readonly #api: Remote<Api>;
  readonly #rejecters = new Set<(failure: WorkerFailure) => void>();
  #failure: WorkerFailure | null = null;

  constructor(createWorker: () => OwnedWorker) {
    this.#worker = createWorker();
    this.#worker.addEventListener('error', this.#onError);
    this.#worker.addEventListener('messageerror', this.#onMessageError);
    this.#api = wrap<Api>(this.#worker);
  }

  /** Why the worker has ended, or null while it lives. */
  get failure(): WorkerFailure | null {
    return this.#failure;
  }

  /**
   * Calls the worker.
   * @param timeoutMs watchdog: with no answer by then the worker counts as hung and is ended
   * @throws WorkerFailure, or what the worker threw (of which only name and message survive)
   */
  call<Call extends Promise<unknown>>(
    invoke: (api: Remote<Api>) => Call,
    timeoutMs?: number,
  ): Promise<Awaited<Call>> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#rejecters.add(reject);
      const watchdog =
        timeoutMs === undefined
          ? undefined
          : setTimeout(() => this.#end({ type: 'hung', afterMs: timeoutMs }), timeoutMs);
      const settled = () => {
        clearTimeout(watchdog);
        this.#rejecters.delete(reject);
      };
      // Inside a promise: an argument that cannot be sent throws at once, and must disarm the watchdog.
      const answer = (async (): Promise<Awaited<Call>> => await invoke(this.#api))();
      answer.then(resolve, reject).finally(settled);
    });
  }

  [Symbol.dispose](): void {
    this.#end({ type: 'disposed' });
  }

  /** In this order: a released proxy forgets its calls, a terminated worker never answers them. */
  #end(problem: WorkerProblem): void {
    if (this.#failure) return;
    const failure = (this.#failure = new WorkerFailure(problem));
    for (const reject of this.#rejecters) reject(failure);
    this.#worker.removeEventListener('error', this.#onError);
    this.#worker.removeEventListener('messageerror', this.#onMessageError);
    this.#api[releaseProxy]();
    this.#worker.terminate();
  }

  readonly #onError = (event: Event): void => {
    const message = 'message' in event && typeof event.message === 'string' ? event.message : '';
    this.#end({ type: 'crashed', reason: message || 'the worker could not be loaded' });
  };

  readonly #onMessageError = (): void => {
    this.#end({ type: 'crashed', reason: 'a message could not be read' });
  };
}
