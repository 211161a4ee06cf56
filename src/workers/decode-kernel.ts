import { JOINT_COUNT } from '../hands/joints.ts';
import { FLOOR, MAX_OFFSET, MIN_CURVATURE, type VoxelDecode } from '../hands/voxel-decode.ts';
import type { VolumeSize } from '../hands/voxel-peak.ts';
import shader from './decode.wgsl?raw';
import type { GpuBuffers } from './gpu-buffers.ts';

/** As in decode.wgsl. */
const MODES: Readonly<Record<VoxelDecode, number>> = { refined: 0, official: 1, mmpose: 2 };

/** A volume is searched by this many workgroups at most (of 64 lanes), each for this many cells at least. */
const MAX_PARTS = 32;
const MIN_PART_CELLS = 1024;

/** Bytes of a peak: x, y, z, max. */
export const PEAK_BYTES = 16;

/** Hands to be decoded from one heatmap on the GPU. */
export interface DecodeJob {
  readonly heatmap: GPUBuffer;
  readonly precision: 'fp32' | 'fp16';
  /** Index of each hand's first volume in the heatmap. */
  readonly firstVolumes: readonly number[];
}

/** Finds joints' peaks where the heatmap lies, two dispatches a heatmap. */
export class DecodeKernel {
  readonly #device: GPUDevice;
  readonly #buffers: GpuBuffers;
  readonly #parts: number;
  readonly #layout: GPUBindGroupLayout;
  readonly #pipelines: Record<
    'fp32' | 'fp16',
    { reduce: GPUComputePipeline; refine: GPUComputePipeline }
  >;

  constructor(device: GPUDevice, buffers: GpuBuffers, [depth, height, width]: VolumeSize) {
    this.#device = device;
    this.#buffers = buffers;
    const cells = depth * height * width;
    this.#parts = Math.min(MAX_PARTS, Math.ceil(cells / MIN_PART_CELLS));
    const buffer = (binding: number, type: GPUBufferBindingType) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type },
    });
    this.#layout = device.createBindGroupLayout({
      entries: [
        buffer(0, 'read-only-storage'),
        buffer(1, 'read-only-storage'),
        buffer(2, 'storage'),
        buffer(3, 'storage'),
      ],
    });
    const layout = device.createPipelineLayout({ bindGroupLayouts: [this.#layout] });
    const module = device.createShaderModule({ label: 'decode', code: shader });
    const constants = {
      DEPTH: depth,
      HEIGHT: height,
      WIDTH: width,
      PARTS: this.#parts,
      PART_CELLS: Math.ceil(cells / this.#parts),
      MAX_OFFSET,
      MIN_CURVATURE,
      FLOOR,
    };
    const pipeline = (entryPoint: string, HALVES: number) =>
      device.createComputePipeline({
        label: entryPoint,
        layout,
        compute: { module, entryPoint, constants: { ...constants, HALVES } },
      });
    this.#pipelines = {
      fp32: { reduce: pipeline('reduce', 0), refine: pipeline('refine', 0) },
      fp16: { reduce: pipeline('reduce', 1), refine: pipeline('refine', 1) },
    };
  }

  /**
   * @returns [hand][21 joints] peaks, PEAK_BYTES each, jobs one after the other; overwritten by the
   *   next call with as many hands
   */
  encode(pass: GPUComputePassEncoder, jobs: readonly DecodeJob[], decode: VoxelDecode): GPUBuffer {
    const { COPY_DST, COPY_SRC, STORAGE } = GPUBufferUsage;
    const hands = jobs.reduce((sum, job) => sum + job.firstVolumes.length, 0);
    const joints = hands * JOINT_COUNT;
    const peaks = this.#buffers.get('peaks', joints * PEAK_BYTES, STORAGE | COPY_SRC);
    const candidates = this.#buffers.get('candidates', joints * this.#parts * 8, STORAGE);
    let firstPeak = 0;
    jobs.forEach(({ heatmap, precision, firstVolumes }, i) => {
      const job = Uint32Array.of(MODES[decode], firstPeak, ...firstVolumes);
      const jobBuffer = this.#buffers.get(`decode job ${i}`, job.byteLength, STORAGE | COPY_DST);
      this.#device.queue.writeBuffer(jobBuffer, 0, job);
      pass.setBindGroup(
        0,
        this.#device.createBindGroup({
          layout: this.#layout,
          entries: [heatmap, jobBuffer, candidates, peaks].map((buffer, binding) => ({
            binding,
            resource: { buffer },
          })),
        }),
      );
      const count = firstVolumes.length * JOINT_COUNT;
      pass.setPipeline(this.#pipelines[precision].reduce);
      pass.dispatchWorkgroups(this.#parts, count);
      pass.setPipeline(this.#pipelines[precision].refine);
      pass.dispatchWorkgroups(count);
      firstPeak += count;
    });
    return peaks;
  }
}
