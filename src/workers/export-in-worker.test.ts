import { describe, expect, test, vi } from 'vitest';
import { FakeWorker } from '../../tests/fake-worker.ts';
import { recordedFile } from '../../tests/recorded-file.ts';
import { formatOfName } from '../recording/export/export-formats.ts';
import { ExportFailure } from './export-failure.ts';
import { exportInWorker } from './export-in-worker.ts';
import type { ExportAnswer, ExportJob, ExportProgress } from './recording-export.ts';

const job = { recording: recordedFile([]), format: formatOfName('hands.csv')!, place: null };

type Answering = (job: ExportJob, onProgress: ExportProgress) => Promise<ExportAnswer>;

/** An export by a worker that answers so. */
function exportBy(exportRecording: Answering) {
  const worker = new FakeWorker({ exportRecording });
  const stop = new AbortController();
  const onProgress = vi.fn<(fraction: number) => void>();
  const options = { onProgress, signal: stop.signal };
  const exported = exportInWorker(job, options, () => worker);
  return { worker, stop, onProgress, exported };
}

const forever = () => new Promise<never>(() => {});

describe('exportInWorker', () => {
  test('gives the file, tells how far it is, and ends the worker', async () => {
    const { worker, onProgress, exported } = exportBy(async (_, onProgress) => {
      await Promise.resolve(onProgress(0.5)); // it crosses to the page
      return { ok: true, file: new Blob(['index,…']) };
    });
    expect(await (await exported)!.text()).toBe('index,…');
    expect(onProgress).toHaveBeenCalledWith(0.5);
    expect(worker.terminated).toBe(true);
  });

  test('fails with the problem that the worker found', async () => {
    const problem = { type: 'place-full', name: 'hands.csv' } as const;
    const { worker, exported } = exportBy(async () => ({ ok: false, problem }));
    const failure: unknown = await exported.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ExportFailure);
    expect(failure).toMatchObject({ problem });
    expect(worker.terminated).toBe(true);
  });

  test('is stopped with its worker by the signal', async () => {
    const { worker, stop, exported } = exportBy(forever);
    stop.abort(new Error('the user has enough'));
    await expect(exported).rejects.toThrow('the user has enough');
    expect(worker.terminated).toBe(true);
  });

  test('a worker that dies is an expected failure', async () => {
    const { worker, exported } = exportBy(forever);
    worker.crash('Uncaught RangeError: out of memory');
    await expect(exported).rejects.toMatchObject({
      problem: { type: 'export-crashed', reason: 'RangeError: out of memory' },
    });
  });
});
