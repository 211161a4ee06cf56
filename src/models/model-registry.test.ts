import { describe, expect, test } from 'vitest';
import { FakeFolder } from '../../tests/fake-folder.ts';
import { fakeLocks } from '../../tests/fake-locks.ts';
import { ModelRegistry } from './model-registry.ts';
import { StorageFailure } from './storage-failure.ts';
import type { ModelFacts } from './stored-model.ts';

const FACTS: ModelFacts = {
  name: 'snapshot_20.pth.tar',
  sha256: 'aa',
  bytes: 5,
  variant: 'official',
  inputSize: 256,
  precision: 'fp32',
  licence: 'CC-BY-NC-4.0',
  source: 'snapshot_20.pth.tar bb',
};
const MONDAY = '2026-11-16T10:00:00.000Z';
const TUESDAY = '2026-11-17T10:00:00.000Z';

/** An import that writes what it is told to, as the worker does. */
function importing(folder: FakeFolder, facts: Partial<ModelFacts> = {}, content = 'model') {
  return async (fileName: string): Promise<ModelFacts> => {
    folder.files.set(fileName, new Blob([content]));
    return { ...FACTS, ...facts };
  };
}

/** An import that has written its file and ends when it is told to. */
function slowlyImporting(folder: FakeFolder) {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const write = async (fileName: string) => {
    const facts = await importing(folder)(fileName);
    await finished;
    return facts;
  };
  return { write, finish: () => finish() };
}

async function opened(folder = new FakeFolder(), locks = fakeLocks()) {
  return { folder, locks, registry: await ModelRegistry.open(folder.handle, locks) };
}

describe('ModelRegistry', () => {
  test('lists what was added, oldest first, and gives its bytes', async () => {
    const { folder, registry } = await opened();
    const later = await registry.add(importing(folder, { sha256: 'bb' }, 'later'), TUESDAY);
    const first = await registry.add(importing(folder), MONDAY);
    expect(first).toMatchObject({ ...FACTS, addedAt: MONDAY, licenceAccepted: false });
    expect(await registry.list()).toEqual([first, later]);
    expect(await (await registry.open(later.id)).text()).toBe('later');
  });

  test('lists nothing of an import that still writes', async () => {
    const { folder, registry } = await opened();
    const { write, finish } = slowlyImporting(folder);
    const adding = registry.add(write, MONDAY);
    await expect.poll(() => folder.names.length).toBe(1);
    expect(await registry.list()).toEqual([]);
    finish();
    await adding;
    expect(await registry.list()).toHaveLength(1);
  });

  test('leaves nothing of an import that failed', async () => {
    const { folder, registry } = await opened();
    const failing = registry.add(async (fileName) => {
      folder.files.set(fileName, new Blob(['half']));
      folder.files.set(`${fileName}.download`, new Blob(['more']));
      throw new Error('cut off');
    }, MONDAY);
    await expect(failing).rejects.toThrow('cut off');
    expect(folder.names).toEqual([]);
  });

  test('says that the storage is full, and leaves nothing then', async () => {
    const { folder, registry } = await opened();
    folder.roomBytes = 20;
    const adding = registry.add(importing(folder), MONDAY);
    await expect(adding).rejects.toEqual(new StorageFailure({ type: 'storage-full' }));
    expect(folder.names).toEqual([]);
  });

  test('has one entry for the same bytes, the first one', async () => {
    const { folder, registry } = await opened();
    const first = await registry.add(importing(folder), MONDAY);
    const again = await registry.add(importing(folder, { name: 'copy.onnx' }), TUESDAY);
    expect(again).toEqual(first);
    expect(await registry.list()).toEqual([first]);
    expect(folder.names).toHaveLength(2);
  });

  test('has one entry when two tabs import the same bytes at once', async () => {
    const { folder, locks, registry } = await opened();
    const other = await ModelRegistry.open(folder.handle, locks);
    const both = [registry, other].map((tab) => tab.add(importing(folder), MONDAY));
    const [here, there] = await Promise.all(both);
    expect(here).toEqual(there);
    expect(folder.names).toHaveLength(2);
  });

  test('removes both files', async () => {
    const { folder, registry } = await opened();
    const { id } = await registry.add(importing(folder), MONDAY);
    await registry.remove(id);
    expect(folder.names).toEqual([]);
    await expect(registry.open(id)).rejects.toMatchObject({ name: 'NotFoundError' });
    await registry.remove(id);
  });

  test('keeps the answer and the acceptance, also when both come at once', async () => {
    const { folder, registry } = await opened();
    const { id } = await registry.add(importing(folder), MONDAY);
    await Promise.all([registry.keepAnswer(id, { joints: [1, 2] }), registry.acceptLicence(id)]);
    const [model] = await registry.list();
    expect(model).toMatchObject({ id, answer: { joints: [1, 2] }, licenceAccepted: true });
  });

  test('an answer for a model that is gone brings no entry back', async () => {
    const { folder, registry } = await opened();
    await registry.keepAnswer('gone', 1);
    expect(folder.names).toEqual([]);
  });
});

describe('ModelRegistry clears at its start', () => {
  test('what a crashed import left, and nothing that is whole', async () => {
    const { folder, locks, registry } = await opened();
    const { id } = await registry.add(importing(folder), MONDAY);
    folder.files.set('half.onnx', new Blob(['half']));
    folder.files.set('half.onnx.download', new Blob(['half']));
    folder.files.set('torn.json', new Blob(['{"id":"torn"']));
    folder.files.set('lone.json', new Blob([JSON.stringify({ ...FACTS, id: 'lone' })]));
    await ModelRegistry.open(folder.handle, locks);
    expect([...folder.names].sort()).toEqual([`${id}.json`, `${id}.onnx`].sort());
  });

  test('nothing while another tab imports', async () => {
    const { folder, locks, registry } = await opened();
    const { write, finish } = slowlyImporting(folder);
    const adding = registry.add(write, MONDAY);
    await expect.poll(() => folder.names.length).toBe(1);
    await ModelRegistry.open(folder.handle, locks);
    finish();
    const model = await adding;
    expect(await (await registry.open(model.id)).text()).toBe('model');
  });
});
