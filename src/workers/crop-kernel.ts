import type { BoundingBox } from '../hands/bounding-box.ts';
import shader from './crop.wgsl?raw';
import type { CropPixels } from './crop-pixels.ts';
import type { GpuBuffers } from './gpu-buffers.ts';

/** Side of a workgroup's tile, as in crop.wgsl. */
const TILE = 8;

/** Cuts the crops of a frame into a network's input, on the GPU, all in one dispatch. */
export class CropKernel {
  readonly #device: GPUDevice;
  readonly #buffers: GpuBuffers;
  readonly #size: number;
  readonly #halves: boolean;
  readonly #pixels: CropPixels;
  readonly #pipeline: GPUComputePipeline;

  /**
   * @param size the crops' side, px
   * @param precision of the numbers it writes
   * @param pixels how a crop's pixels come from the frame's
   */
  constructor(
    device: GPUDevice,
    buffers: GpuBuffers,
    size: number,
    precision: 'fp32' | 'fp16',
    pixels: CropPixels,
  ) {
    this.#device = device;
    this.#buffers = buffers;
    this.#size = size;
    this.#pixels = pixels;
    this.#halves = precision === 'fp16';
    this.#pipeline = device.createComputePipeline({
      label: 'crop',
      layout: 'auto',
      compute: {
        module: device.createShaderModule({ label: 'crop', code: shader + pixels.shader }),
        entryPoint: this.#halves ? 'toHalves' : 'toFloats',
        constants: { SIZE: size },
      },
    });
  }

  /**
   * @param frame lent; the pass is to be submitted before the caller waits for anything
   * @returns [N, 3, size, size]; the next call with as many boxes overwrites it
   */
  encode(pass: GPUComputePassEncoder, frame: VideoFrame, boxes: readonly BoundingBox[]): GPUBuffer {
    const size = this.#size;
    const { COPY_DST, COPY_SRC, STORAGE } = GPUBufferUsage;
    const terms = this.#pixels.terms(boxes, size, frame);
    const termBuffer = this.#buffers.get('crop terms', terms.byteLength, STORAGE | COPY_DST);
    this.#device.queue.writeBuffer(termBuffer, 0, terms);
    const bytes = boxes.length * 3 * size * size * (this.#halves ? 2 : 4);
    const image = this.#buffers.get('image', bytes, STORAGE | COPY_SRC | COPY_DST);

    pass.setPipeline(this.#pipeline);
    pass.setBindGroup(
      0,
      this.#device.createBindGroup({
        layout: this.#pipeline.getBindGroupLayout(0),
        entries: [
          { binding: 0, resource: this.#device.importExternalTexture({ source: frame }) },
          { binding: 1, resource: { buffer: termBuffer } },
          { binding: 2, resource: { buffer: image } },
        ],
      }),
    );
    const columns = this.#halves ? size / 2 : size;
    pass.dispatchWorkgroups(Math.ceil(columns / TILE), Math.ceil(size / TILE), boxes.length);
    return image;
  }
}
