import type { GpuBuffers } from './gpu-buffers.ts';
import type { GpuRange } from './gpu-reader.ts';

/** The passes that are timed, in their order. */
const STAGES = ['crop', 'decode'] as const;
type Stage = (typeof STAGES)[number];

/** How long the GPU took, ms. */
export interface StageTimes {
  readonly cropMs: number;
  readonly decodeMs: number;
}

/** Times our own passes on the GPU's clock. */
export class StageClock {
  readonly #queries: GPUQuerySet;
  readonly #results: GPUBuffer;

  private constructor(device: GPUDevice, buffers: GpuBuffers) {
    this.#queries = device.createQuerySet({ type: 'timestamp', count: 2 * STAGES.length });
    this.#results = buffers.get(
      'times',
      16 * STAGES.length,
      GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC,
    );
  }

  /** Null where the adapter cannot tell the time. */
  static create(device: GPUDevice, buffers: GpuBuffers): StageClock | null {
    return device.features.has('timestamp-query') ? new StageClock(device, buffers) : null;
  }

  /** What a pass is begun with, to be timed. */
  pass(stage: Stage): GPUComputePassDescriptor {
    const first = 2 * STAGES.indexOf(stage);
    return {
      label: stage,
      timestampWrites: {
        querySet: this.#queries,
        beginningOfPassWriteIndex: first,
        endOfPassWriteIndex: first + 1,
      },
    };
  }

  /** Where the times lie once the encoder's commands are done. */
  resolve(encoder: GPUCommandEncoder): GpuRange {
    encoder.resolveQuerySet(this.#queries, 0, 2 * STAGES.length, this.#results, 0);
    return { buffer: this.#results, offset: 0, bytes: 16 * STAGES.length };
  }

  /** @param bytes of the range that `resolve` gave */
  static times(bytes: ArrayBuffer): StageTimes {
    const stamps = new BigUint64Array(bytes);
    // Adapters may start their clock anew between two passes, and even within one.
    const ms = (stage: number) =>
      Math.max(0, Number(stamps[2 * stage + 1]! - stamps[2 * stage]!) / 1e6);
    return { cropMs: ms(0), decodeMs: ms(1) };
  }
}
