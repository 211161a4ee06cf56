import type {
  SyntheticHands,
  SyntheticPicture,
  SyntheticScene,
} from '../synthetic/synthetic-hands.ts';
import { WorkerHandle, type OwnedWorker } from './worker-handle.ts';

/** Longest a worker may take, ms: to load and start WebGL, to draw one picture, to tidy up. */
const OPEN_TIMEOUT_MS = 60_000;
const RENDER_TIMEOUT_MS = 20_000;
const CLOSE_TIMEOUT_MS = 1000;

/** Rendered hands in a worker; whoever opened it closes it. */
export interface SyntheticRenderer {
  /**
   * @param timeMs since the scene's start
   * @returns a picture the caller closes
   * @throws Error when the worker died or lost its WebGL context
   */
  render(timeMs: number): Promise<SyntheticPicture>;
  /** Frees the WebGL context and ends the worker; never throws. */
  close(): Promise<void>;
}

/**
 * Starts the worker that renders a scene; three.js and the meshes are loaded by it, never by the page.
 * @param signal ends the worker if it aborts before the hands are open
 * @throws Error when there is no WebGL, a mesh cannot be had, or the worker died
 */
export async function openSyntheticHands(
  scene: SyntheticScene,
  signal: AbortSignal,
  createWorker: () => OwnedWorker = syntheticWorker,
): Promise<SyntheticRenderer> {
  const worker = new WorkerHandle<SyntheticHands>(createWorker);
  const end = () => worker[Symbol.dispose]();
  signal.addEventListener('abort', end, { once: true });
  try {
    await worker.call((api) => api.open(scene), OPEN_TIMEOUT_MS);
  } catch (error) {
    end();
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
  }
  return {
    render: (timeMs) => worker.call((api) => api.render(timeMs), RENDER_TIMEOUT_MS),
    close: () =>
      worker
        .call((api) => api.close(), CLOSE_TIMEOUT_MS)
        .catch(() => {})
        .finally(end),
  };
}

function syntheticWorker(): Worker {
  return new Worker(new URL('./synthetic.worker.ts', import.meta.url), {
    type: 'module',
    name: 'synthetic',
  });
}
