import { describe, expect, test } from 'vitest';
import { storage, tensor, zipCheckpoint } from '../../../tests/checkpoint/small-checkpoint.ts';
import { countedSource } from '../../../tests/counted-source.ts';
import { openCheckpoint } from './checkpoint.ts';
import { TorchTensor } from './tensor.ts';

const bytesOf = (values: ArrayBufferView<ArrayBuffer>) => new Uint8Array(values.buffer);

describe('dtypes that the zoo lacks', () => {
  test.each([
    ['uint16', Uint16Array.of(0, 1, 65_535)],
    ['uint32', Uint32Array.of(0, 1, 2 ** 32 - 1)],
    ['uint64', BigUint64Array.of(0n, 1n, 2n ** 64n - 1n)],
  ])('%s, a view of untyped bytes', async (dtype, values) => {
    const bytes = storage('UntypedStorage', '0', values.byteLength);
    const last = tensor(bytes, [2], [1], { offset: 1, dtype });
    const { checkpoint, root } = await open(last, bytesOf(values));
    expect(root.dtype).toBe(dtype);
    expect(await checkpoint.readValues(root)).toEqual(values.slice(1));
    expect(await checkpoint.readFloat32(root)).toEqual(Float32Array.from(values.slice(1), Number));
  });

  test.each([
    ['complex64', 'ComplexFloatStorage', Float32Array],
    ['complex128', 'ComplexDoubleStorage', Float64Array],
  ])('%s, transposed, but never as float32', async (dtype, type, Values) => {
    const values = Values.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    const transposed = tensor(storage(type, '0', 6), [3, 2], [1, 3]);
    const { checkpoint, root } = await open(transposed, bytesOf(values));
    expect(root.dtype).toBe(dtype);
    expect(await checkpoint.readValues(root)).toEqual(
      Values.of(0, 1, 6, 7, 2, 3, 8, 9, 4, 5, 10, 11),
    );
    await expect(checkpoint.readFloat32(root)).rejects.toThrow('file.pth is not');
  });
});

test('only the bytes that a view spans are read', async () => {
  const values = Float32Array.from({ length: 10_000 }, (_, i) => i);
  const view = tensor(storage('FloatStorage', '0', 10_000), [2, 3], [10, 2], { offset: 5000 });
  const { checkpoint, root, source } = await open(view, bytesOf(values));
  const before = source.bytesRead;
  expect(await checkpoint.readValues(root)).toEqual(
    Float32Array.of(5000, 5002, 5004, 5010, 5012, 5014),
  );
  const zipHeader = 30;
  expect(source.bytesRead - before).toBe(zipHeader + 15 * 4);
});

async function open(object: Parameters<typeof zipCheckpoint>[0], data: Uint8Array) {
  const source = countedSource(zipCheckpoint(object, { '0': data }));
  const checkpoint = await openCheckpoint(source);
  if (!(checkpoint.root instanceof TorchTensor)) throw new Error('no tensor');
  return { source, checkpoint, root: checkpoint.root };
}
