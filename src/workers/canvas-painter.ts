import { transfer } from 'comlink';
import type { PicturePainter } from './picture-painter.ts';
import { WorkerFailure, WorkerHandle } from './worker-handle.ts';

/** Longest one picture may take, ms; a painter that needs more has hung. */
const DRAW_TIMEOUT_MS = 5000;

/** Pictures that may wait for the painter; a further one is left out rather than queued. */
const MAX_WAITING = 2;

/** A canvas painted in a worker of its own. Whoever opened it disposes it. */
export class CanvasPainter implements Disposable {
  readonly #worker: WorkerHandle<PicturePainter>;
  #waiting = 0;

  /** @param canvas whose control was not given away yet */
  constructor(canvas: HTMLCanvasElement) {
    this.#worker = new WorkerHandle<PicturePainter>(
      () =>
        new Worker(new URL('./picture.worker.ts', import.meta.url), {
          type: 'module',
          name: 'picture',
        }),
    );
    const offscreen = canvas.transferControlToOffscreen();
    this.#worker.call((api) => api.open(transfer(offscreen, [offscreen]))).catch(() => {});
  }

  /** Whether the worker has died; its canvas stays as it was. */
  get ended(): boolean {
    return this.#worker.failure !== null;
  }

  /** @param image lent: a clone of it is painted */
  draw(image: VideoFrame): void {
    if (this.#waiting >= MAX_WAITING || this.ended) return;
    this.#waiting += 1;
    const clone = image.clone();
    this.#worker
      .call((api) => api.draw(transfer(clone, [clone])), DRAW_TIMEOUT_MS)
      .catch((error: unknown) => {
        // The last picture of a view that closes.
        if (error instanceof WorkerFailure && error.problem.type === 'disposed') return;
        console.warn('A picture was not painted:', error);
      })
      .finally(() => {
        this.#waiting -= 1;
        clone.close();
      });
  }

  clear(): void {
    this.#worker.call((api) => api.clear()).catch(() => {});
  }

  [Symbol.dispose](): void {
    this.#worker[Symbol.dispose]();
  }
}
