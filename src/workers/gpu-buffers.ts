/**
 * Buffers that are kept from one inference to the next: one for each purpose and size, made when it
 * is first needed. Sizes follow the batch, of which there are few, so their number stays small.
 */
export class GpuBuffers {
  readonly #device: GPUDevice;
  readonly #buffers = new Map<string, GPUBuffer>();

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** @param bytes rounded up to whole words */
  get(label: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const size = Math.ceil(bytes / 4) * 4;
    const key = `${label} ${size}`;
    const known = this.#buffers.get(key);
    if (known) return known;
    const buffer = this.#device.createBuffer({ label, size, usage });
    this.#buffers.set(key, buffer);
    return buffer;
  }
}
