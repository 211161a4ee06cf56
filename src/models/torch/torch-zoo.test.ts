import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countedSource } from '../../../tests/counted-source.ts';
import { hasGolden, readSharedJson } from '../../../tests/golden.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { TensorValues } from './dtype.ts';
import { NumpyArray } from './numpy-array.ts';
import { Opaque } from './opaque.ts';
import type { PickleValue } from './pickle-value.ts';
import { TorchTensor } from './tensor.ts';

interface Expected {
  readonly dtype: string;
  readonly shape: number[];
  readonly stride: number[];
  readonly storage_offset: number;
  readonly values: (number | boolean)[];
}

const FILES = ['torch_zoo_zip.pt', 'torch_zoo_legacy.pt'];

describe.skipIf(!hasGolden)('the torch zoo (needs ../shared/golden)', () => {
  describe.each(FILES)('%s', (file) => {
    test('has every tensor, with its values in row-major order', async () => {
      const checkpoint = await openZoo(file);
      const tensors = mapOf(mapOf(checkpoint.root).get('tensors'));
      const { tensors: expected } = readSharedJson<{ tensors: Record<string, Expected> }>(
        'golden/torch_zoo_expected.json',
      );
      expect([...tensors.keys()]).toEqual(Object.keys(expected));
      for (const [name, want] of Object.entries(expected)) {
        const tensor = tensors.get(name);
        if (!(tensor instanceof TorchTensor)) throw new Error(`${name} is no tensor`);
        const { dtype, shape, stride, storageOffset } = tensor;
        expect({ name, dtype, shape, stride, storageOffset }).toEqual({
          name,
          dtype: want.dtype,
          shape: want.shape,
          stride: want.stride,
          storageOffset: want.storage_offset,
        });
        const numbers = want.values.map(Number);
        const values = numbersOf(await checkpoint.readValues(tensor));
        expect({ name, values }).toEqual({ name, values: numbers });
        const singles = numbersOf(await checkpoint.readFloat32(tensor));
        expect({ name, singles }).toEqual({ name, singles: numbers.map(Math.fround) });
      }
    });

    test('keeps shared storages shared, and int64 whole', async () => {
      const checkpoint = await openZoo(file);
      const tensors = mapOf(mapOf(checkpoint.root).get('tensors'));
      const [a, b, i64] = ['shared_a', 'shared_b', 'i64'].map((name) => tensors.get(name));
      expect((a as TorchTensor).storage).toBe((b as TorchTensor).storage);
      expect(await checkpoint.readValues(i64 as TorchTensor)).toEqual(
        BigInt64Array.of(-(2n ** 53n) + 1n, 0n, 7n, 2n ** 53n - 1n),
      );
    });

    test('has every Python value', async () => {
      const py = mapOf(mapOf((await openZoo(file)).root).get('py'));
      const { np_arr, np_f32_fortran, ...values } = Object.fromEntries(py);
      expect(values).toEqual({
        none: null,
        true: true,
        int: 5,
        neg: -7,
        int32max: 2_147_483_647,
        int33: 8_589_934_592,
        big: 2n ** 70n,
        negbig: -(2 ** 40),
        float: 1.5,
        inf: Infinity,
        str: 'äß漢字😀',
        bytes: Uint8Array.of(0x00, 0xff, 0x80),
        tuple: [1, [2, 3], []],
        list: [1, [2, [3]]],
        dict_intkeys: new Map([
          [0, 'a'],
          [1, 'b'],
        ]),
        ordered: new Map([
          ['b', 1],
          ['a', 2],
        ]),
        set: new Set([1]),
        np_scalar: 1.5,
        size: [1, 2],
        dtype: new Opaque('torch.float32'),
        device: 'cpu',
        long_str: 'x'.repeat(300),
      });
      expect([...mapOf(py.get('ordered')).keys()]).toEqual(['b', 'a']);
      expect(contentsOf(np_arr)).toEqual({
        dtype: 'int64',
        shape: [2, 3],
        values: BigInt64Array.of(0n, 1n, 2n, 3n, 4n, 5n),
      });
      expect(contentsOf(np_f32_fortran)).toEqual({
        dtype: 'float32',
        shape: [2, 3],
        values: Float32Array.of(0, 1, 2, 3, 4, 5),
      });
    });
  });
});

function openZoo(file: string) {
  const bytes = readFileSync(new URL(`../../../../shared/golden/${file}`, import.meta.url));
  return openCheckpoint(countedSource(bytes, file));
}

function mapOf(value: PickleValue | undefined): Map<PickleValue, PickleValue> {
  if (!(value instanceof Map)) throw new Error('no dict');
  return value;
}

function contentsOf(value: PickleValue | undefined) {
  if (!(value instanceof NumpyArray)) throw new Error('no numpy array');
  return { dtype: value.dtype, shape: value.shape, values: value.values };
}

function numbersOf(values: TensorValues): number[] {
  return Array.from<number | bigint, number>(values, Number);
}
