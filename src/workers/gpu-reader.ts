import type { GpuBuffers } from './gpu-buffers.ts';

/** Words of a buffer on the GPU. */
export interface GpuRange {
  readonly buffer: GPUBuffer;
  /** Multiples of 4. */
  readonly offset: number;
  readonly bytes: number;
}

/** Reads small parts of several buffers in one go. */
export class GpuReader {
  readonly #device: GPUDevice;
  readonly #buffers: GpuBuffers;
  #bytesRead = 0;

  constructor(device: GPUDevice, buffers: GpuBuffers) {
    this.#device = device;
    this.#buffers = buffers;
  }

  /** How many bytes have come to JavaScript. */
  get bytesRead(): number {
    return this.#bytesRead;
  }

  /** @param encoder what else is to be done first; it is finished and submitted */
  async read(
    ranges: readonly GpuRange[],
    encoder = this.#device.createCommandEncoder(),
  ): Promise<ArrayBuffer[]> {
    const total = ranges.reduce((sum, { bytes }) => sum + bytes, 0);
    const staging = this.#buffers.get(
      'staging',
      total,
      GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
    );
    let at = 0;
    for (const { buffer, offset, bytes } of ranges) {
      encoder.copyBufferToBuffer(buffer, offset, staging, at, bytes);
      at += bytes;
    }
    this.#device.queue.submit([encoder.finish()]);
    await staging.mapAsync(GPUMapMode.READ);
    const copy = staging.getMappedRange().slice(0);
    staging.unmap();
    this.#bytesRead += total;
    let start = 0;
    return ranges.map(({ bytes }) => copy.slice(start, (start += bytes)));
  }
}
