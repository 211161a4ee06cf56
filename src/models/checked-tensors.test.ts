import { describe, expect, test } from 'vitest';
import { CheckedTensors } from './checked-tensors.ts';
import { TorchTensor } from './torch/tensor.ts';

/** A checkpoint with one tensor of that name and those values. */
function holding(name: string, ...values: number[]): CheckedTensors {
  const storage = { key: '0', dtype: 'float32' as const, byteLength: 4 * values.length };
  const shape = [values.length];
  const tensor = new TorchTensor({
    storage,
    dtype: 'float32',
    shape,
    stride: [1],
    storageOffset: 0,
  });
  const read = () => Promise.resolve(Float32Array.from(values));
  const checkpoint = { root: null, readFloat32: read, readValues: read };
  return new CheckedTensors('a.pth', new Map([[name, tensor]]), checkpoint);
}

describe('CheckedTensors', () => {
  test('gives the values of a sound tensor', async () => {
    const { read } = holding('bn.running_var', 0, 2.5).take('bn.running_var', [2]);
    expect(await read()).toEqual(new Float32Array([0, 2.5]));
    const { read: mean } = holding('bn.running_mean', -1).take('bn.running_mean', [1]);
    expect(await mean()).toEqual(new Float32Array([-1]));
  });

  test.each([
    ['conv.weight', Number.NaN, 'of finite numbers, but is one that holds NaN'],
    ['conv.weight', -Infinity, 'of finite numbers, but is one that holds -Infinity'],
    ['bn.running_var', -0.5, 'none negative, but is one that holds -0.5'],
  ])('refuses a %s with %d in it', async (name, value, sentence) => {
    const { read } = holding(name, 1, value).take(name, [2]);
    await expect(read()).rejects.toMatchObject({
      problem: { type: 'tensor-wrong', name: 'a.pth', tensor: name },
    });
    await expect(read()).rejects.toThrow(sentence);
  });
});
