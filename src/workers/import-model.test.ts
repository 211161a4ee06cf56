import { describe, expect, test } from 'vitest';
import { FakeWorker } from '../../tests/fake-worker.ts';
import type { ImportAnswer, ImportedModel, ImportStep } from './import-job.ts';
import { importModel } from './import-model.ts';

const JOB = {
  from: 'https://models.example/a.onnx',
  half: false,
  leftFirst: false,
  fileName: null,
};
const FACTS = {
  name: 'a.onnx',
  sha256: 'aa',
  bytes: 1,
  variant: 'official',
  inputSize: 256,
  precision: 'fp32',
  licence: '',
  source: '',
} as const;

/** As the worker has it, through Comlink. */
type RemoteProgress = (step: ImportStep, fraction: number) => Promise<void>;

/** An import whose worker does this. */
function importing(
  run: (onProgress: RemoteProgress, cancelled: Promise<void>) => Promise<ImportAnswer>,
) {
  let cancel = () => {};
  const cancelled = new Promise<void>((resolve) => (cancel = resolve));
  const worker = new FakeWorker({
    run: (_: unknown, onProgress: RemoteProgress) => run(onProgress, cancelled),
    cancel: () => cancel(),
  });
  const cancelling = new AbortController();
  const { signal } = cancelling;
  const seen: unknown[] = [];
  const onProgress = (...step: unknown[]) => seen.push(step);
  const result = importModel(JOB, { onProgress, signal, createWorker: () => worker });
  return { worker, cancelling, seen, result };
}

/** Without a file: Node cannot send one through a port. */
const done = { ok: true, model: { facts: FACTS } as unknown as ImportedModel } as const;

describe('importModel', () => {
  test('gives the model and the progress, and ends the worker', async () => {
    const { worker, seen, result } = importing(async (onProgress) => {
      await onProgress('copying', 0.5);
      return done;
    });
    expect(await result).toEqual(done.model);
    expect(seen).toEqual([['copying', 0.5]]);
    expect(worker.terminated).toBe(true);
  });

  test('throws the problem that the worker found', async () => {
    const problem = { type: 'truncated', name: 'a.pth', reason: 'the last tensor' } as const;
    const { result } = importing(async () => ({ ok: false, problem }));
    await expect(result).rejects.toMatchObject({ name: 'ImportFailure', problem });
  });

  test('tells the storage’s problems apart', async () => {
    const storageProblem = { type: 'storage-full' } as const;
    const { result } = importing(async () => ({ ok: false, storageProblem }));
    await expect(result).rejects.toMatchObject({
      name: 'StorageFailure',
      problem: storageProblem,
    });
  });

  test('cancels in the worker and waits until that has cleaned up', async () => {
    let cleaned = false;
    const { cancelling, result } = importing(async (_, cancelled) => {
      await cancelled;
      cleaned = true;
      return { ok: false, problem: { type: 'cancelled' } };
    });
    cancelling.abort();
    await expect(result).rejects.toMatchObject({ problem: { type: 'cancelled' } });
    expect(cleaned).toBe(true);
  });

  test('cancelled at the last moment, it is cancelled all the same', async () => {
    const { cancelling, result } = importing(async (_, cancelled) => {
      await cancelled;
      return done;
    });
    cancelling.abort();
    await expect(result).rejects.toMatchObject({ problem: { type: 'cancelled' } });
  });

  test('says why the worker died', async () => {
    const { worker, result } = importing(() => new Promise(() => {}));
    worker.crash('out of memory');
    await expect(result).rejects.toMatchObject({
      problem: { type: 'import-crashed', reason: 'crashed: out of memory' },
    });
  });
});
