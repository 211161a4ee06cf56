import { expect, test } from 'vitest';
import { GpuBuffers } from './gpu-buffers.ts';

function fakeDevice() {
  const made: GPUBufferDescriptor[] = [];
  const device = {
    createBuffer(descriptor: GPUBufferDescriptor) {
      made.push(descriptor);
      return descriptor;
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node has no WebGPU
  return { made, buffers: new GpuBuffers(device as unknown as GPUDevice) };
}

test('a buffer is made once for each purpose and size, in whole words', () => {
  const { made, buffers } = fakeDevice();
  const one = buffers.get('image', 10, 4);
  expect(buffers.get('image', 12, 4)).toBe(one);
  expect(buffers.get('image', 16, 4)).not.toBe(one);
  expect(buffers.get('peaks', 12, 4)).not.toBe(one);
  expect(made.map(({ label, size }) => [label, size])).toEqual([
    ['image', 12],
    ['image', 16],
    ['peaks', 12],
  ]);
});

test('batches that come back make nothing new', () => {
  const { made, buffers } = fakeDevice();
  for (let i = 0; i < 1000; i++) buffers.get('image', 4 * (1 + (i % 3)), 4);
  expect(made.length).toBe(3);
});
