import { GpuBuffers } from './gpu-buffers.ts';
import { GpuReader } from './gpu-reader.ts';

/** A GPU's device, with what is kept on it from one inference to the next. */
export interface Gpu {
  readonly device: GPUDevice;
  readonly buffers: GpuBuffers;
  readonly reader: GpuReader;
}

/** @param device lent */
export function gpuOn(device: GPUDevice): Gpu {
  const buffers = new GpuBuffers(device);
  return { device, buffers, reader: new GpuReader(device, buffers) };
}
