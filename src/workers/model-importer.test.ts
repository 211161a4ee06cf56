import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FakeFolder } from '../../tests/fake-folder.ts';
import { hasGolden } from '../../tests/golden.ts';
import type { ImportJob, ImportStep } from './import-job.ts';
import { ModelImporter } from './model-importer.ts';

const NAME = 'internet_official_small_zip.pth.tar';
const golden = () =>
  new File([readFileSync(new URL(`../../../shared/golden/${NAME}`, import.meta.url))], NAME);

function job(from: ImportJob['from'], change: Partial<ImportJob> = {}): ImportJob {
  return { from, half: false, leftFirst: false, fileName: 'id.onnx', ...change };
}

function importer(folder = new FakeFolder()) {
  const steps: [ImportStep, number][] = [];
  return {
    folder,
    steps,
    importer: new ModelImporter(async () => folder.handle),
    onProgress: (step: ImportStep, fraction: number) => void steps.push([step, fraction]),
  };
}

describe.skipIf(!hasGolden)('ModelImporter (needs ../shared/golden)', () => {
  test('converts a checkpoint into the folder, with a call for each percent', async () => {
    const { folder, steps, importer: converting, onProgress } = importer();
    const answer = await converting.run(job(golden()), onProgress);
    const file = folder.files.get('id.onnx')!;
    expect(answer).toMatchObject({
      ok: true,
      model: {
        facts: { name: NAME, variant: 'official', precision: 'fp32', bytes: file.size },
      },
    });
    expect(folder.names).toEqual(['id.onnx']);
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.length).toBeLessThanOrEqual(101);
    expect(steps.at(-1)).toEqual(['converting', 1]);
  });

  test('copies the ONNX file that was made, byte for byte', async () => {
    const first = importer();
    const made = await first.importer.run(job(golden(), { half: true }), first.onProgress);
    if (!made.ok) throw new Error('not converted');
    const onnx = new File([made.model.file], 'made.onnx');
    const { folder, steps, importer: copying, onProgress } = importer();
    const copied = await copying.run(job(onnx), onProgress);
    const { sha256, precision } = made.model.facts;
    expect(precision).toBe('fp16');
    expect(copied).toMatchObject({ model: { facts: { name: 'made.onnx', sha256, precision } } });
    expect(steps.at(-1)).toEqual(['copying', 1]);
    const bytes = await folder.files.get('id.onnx')!.arrayBuffer();
    expect(Buffer.from(bytes).equals(Buffer.from(await onnx.arrayBuffer()))).toBe(true);
  });

  test('keeps it in memory where there is no folder to write to', async () => {
    const { folder, importer: converting, onProgress } = importer();
    const answer = await converting.run(job(golden(), { fileName: null }), onProgress);
    if (!answer.ok) throw new Error('not converted');
    expect(answer.model.file.size).toBe(answer.model.facts.bytes);
    expect(folder.names).toEqual([]);
  });

  test('cancelled midway, it leaves nothing', async () => {
    const { folder, importer: converting } = importer();
    const answer = await converting.run(job(golden()), (_, fraction) => {
      if (fraction > 0.7) converting.cancel();
    });
    expect(answer).toEqual({ ok: false, problem: { type: 'cancelled' } });
    expect(folder.names).toEqual([]);
  });

  test('tells that the storage is full, and leaves nothing', async () => {
    const { folder, importer: converting, onProgress } = importer();
    folder.roomBytes = 100_000;
    const answer = await converting.run(job(golden()), onProgress);
    expect(answer).toEqual({ ok: false, storageProblem: { type: 'storage-full' } });
    expect(folder.names).toEqual([]);
  });
});

describe('ModelImporter', () => {
  test.each([
    ['garbage.pth', 'not-a-checkpoint'],
    ['garbage.onnx', 'not-onnx'],
  ])('%s is refused as %s, and nothing is written', async (name, type) => {
    const { folder, importer: reading, onProgress } = importer();
    const answer = await reading.run(job(new File(['this is no model'], name)), onProgress);
    expect(answer).toMatchObject({ ok: false, problem: { type, name } });
    expect(folder.names).toEqual([]);
  });

  test('says that a file can no longer be read', async () => {
    const moved = new File(['model'], 'moved.pth');
    moved.slice = () => {
      throw new DOMException('it was moved', 'NotReadableError');
    };
    const { importer: reading, onProgress } = importer();
    expect(await reading.run(job(moved), onProgress)).toEqual({
      ok: false,
      problem: { type: 'unreadable', name: 'moved.pth', reason: 'it was moved' },
    });
  });

  test('an address that is none leaves no download behind', async () => {
    const { folder, importer: reading, onProgress } = importer();
    const answer = await reading.run(job('nowhere'), onProgress);
    expect(answer).toMatchObject({ problem: { type: 'no-web-address' } });
    expect(folder.names).toEqual([]);
  });

  test('what nobody expected is thrown, not taken for the file’s fault', async () => {
    const broken = new ModelImporter(() => Promise.reject(new TypeError('a bug')));
    await expect(broken.run(job('https://models.example/a'), () => {})).rejects.toThrow('a bug');
  });
});
