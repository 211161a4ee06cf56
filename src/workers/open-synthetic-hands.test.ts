import { expect, test } from 'vitest';
import { openSyntheticHands } from './open-synthetic-hands.ts';
import type { OwnedWorker } from './worker-handle.ts';

/** A worker that never answers; it dies when told. */
class SilentWorker extends EventTarget implements OwnedWorker {
  terminated = 0;
  postMessage(): void {}
  terminate(): void {
    this.terminated += 1;
  }
  die(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

const SCENE = { scene: 'apart', width: 640, height: 480 } as const;

test('a worker that dies while it opens rejects, and is ended', async () => {
  const worker = new SilentWorker();
  const opening = openSyntheticHands(SCENE, new AbortController().signal, () => worker);
  worker.die('no such module');
  await expect(opening).rejects.toThrow('no such module');
  expect(worker.terminated).toBe(1);
});

test('giving up before it is open ends the worker at once', async () => {
  const worker = new SilentWorker();
  const stop = new AbortController();
  const opening = openSyntheticHands(SCENE, stop.signal, () => worker);
  stop.abort();
  await expect(opening).rejects.toThrow('disposed');
  expect(worker.terminated).toBe(1);
});
