import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countedSource } from '../../../tests/counted-source.ts';
import { hasGolden, readSharedJson } from '../../../tests/golden.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { TensorValues } from './dtype.ts';
import { NumpyArray } from './numpy-array.ts';
import { TorchTensor } from './tensor.ts';

const OFFICIAL_ZIP = 'internet_official_small_zip.pth.tar';
const OFFICIAL_LEGACY = 'internet_official_small_legacy.pth.tar';
const MMPOSE_1 = 'internet_mmpose1x_small_legacy.pth';
const MMPOSE_0 = 'internet_mmpose0x_small_zip.pth';

type Key = readonly [key: string, shape: readonly number[], dtype: string];

const as0x = (key: string) => key.replace(/^head\./, 'keypoint_head.');

describe.skipIf(!hasGolden)('the small InterNets (needs ../shared/golden)', () => {
  test.each([
    [OFFICIAL_ZIP, 'official', (key: string) => key],
    [OFFICIAL_LEGACY, 'official', (key: string) => key],
    [MMPOSE_1, 'mmpose1x', (key: string) => key],
    [MMPOSE_0, 'mmpose1x', as0x],
  ])('%s has its keys, shapes and dtypes in order', async (file, keys, renamed) => {
    const expected = readSharedJson<readonly Key[]>(`golden/internet_${keys}_small_keys.json`);
    const { state } = await openNetwork(file);
    expect(expected).toHaveLength(366);
    expect(Array.from(state, ([key, { shape, dtype }]) => [key, shape, dtype])).toEqual(
      expected.map(([key, shape, dtype]) => [renamed(key), shape, dtype]),
    );
  });

  test.each([
    [OFFICIAL_ZIP, OFFICIAL_LEGACY, (key: string) => key],
    [MMPOSE_1, MMPOSE_0, as0x],
  ])('%s and %s hold equal values', async (file, other, renamed) => {
    const values = await valuesOf(file);
    const others = await valuesOf(other);
    expect(others.size).toBe(366);
    expect(others).toEqual(new Map(Array.from(values, ([key, value]) => [renamed(key), value])));
    const distinct = new Set(Array.from(values.values(), String));
    expect(distinct.size).toBeGreaterThan(300);
  });

  test('what is beside the weights is read as well', async () => {
    const { root } = await openNetwork(OFFICIAL_ZIP);
    expect(root.get('epoch')).toBe(20);
    const { state } = Object.fromEntries(root.get('optimizer') as Map<string, unknown>);
    expect([...(state as Map<number, unknown>).keys()].every((id) => id > 2 ** 32)).toBe(true);

    const mmpose = await openNetwork(MMPOSE_1);
    const meta = mmpose.root.get('meta') as Map<string, Map<string, unknown>>;
    const arrays = [...meta.get('dataset_meta')!.values()].filter(
      (value) => value instanceof NumpyArray,
    );
    expect(arrays.length).toBeGreaterThan(0);
    expect(arrays.every(({ values }) => values !== null)).toBe(true);
  });

  test.each([OFFICIAL_ZIP, OFFICIAL_LEGACY])('%s is read by range', async (file) => {
    const { source, checkpoint, state } = await openNetwork(file);
    // Pickles and directory have 170 KB; a zip's end is sought in its last 64 KB.
    expect(source.bytesRead).toBeLessThan(350_000);
    for (const tensor of state.values()) {
      const before = source.bytesRead;
      const values = await checkpoint.readValues(tensor);
      const header = file === OFFICIAL_ZIP ? 30 : 8;
      expect(source.bytesRead - before).toBe(values.byteLength + header);
    }
  });
});

async function openNetwork(file: string) {
  const bytes = readFileSync(new URL(`../../../../shared/golden/${file}`, import.meta.url));
  const source = countedSource(bytes, file);
  const checkpoint = await openCheckpoint(source);
  const root = checkpoint.root as Map<string, unknown>;
  const state = (root.get('network') ?? root.get('state_dict')) as Map<string, TorchTensor>;
  expect([...state.values()].every((value) => value instanceof TorchTensor)).toBe(true);
  return { source, checkpoint, root, state };
}

async function valuesOf(file: string): Promise<Map<string, TensorValues>> {
  const { state, checkpoint } = await openNetwork(file);
  const values = new Map<string, TensorValues>();
  for (const [key, tensor] of state) values.set(key, await checkpoint.readValues(tensor));
  return values;
}
