import { JOINT_COUNT } from '../hands/joints.ts';
import type { VoxelDecode, VoxelPeak } from '../hands/voxel-decode.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import { directHands, handFromPeaks, type FoundHand } from './crop-inferences.ts';
import { DecodeKernel, PEAK_BYTES } from './decode-kernel.ts';
import { tensorPrecision } from './gpu-tensors.ts';
import type { Gpu } from './gpu.ts';
import { handsAbove, volumesOf, type NetworkOutput } from './network-output.ts';
import { StageClock, type StageTimes } from './stage-clock.ts';

const NOT_TIMED: StageTimes = { cropMs: 0, decodeMs: 0 };

/** Hands, and what it took to decode them; times are 0 where nothing told them. */
export interface DecodedHands {
  readonly hands: readonly FoundHand[];
  readonly times: StageTimes;
  readonly dispatches: number;
}

/** Decodes heatmaps on the GPU and brings home the joints alone. */
export class GpuHandDecoder {
  readonly #gpu: Gpu;
  readonly #contract: InternetContract;
  readonly #kernel: DecodeKernel | null;
  readonly #clock: StageClock | null;

  constructor(gpu: Gpu, contract: InternetContract, clock: StageClock | null) {
    const { heatmapSize } = contract;
    this.#gpu = gpu;
    this.#contract = contract;
    this.#kernel = heatmapSize && new DecodeKernel(gpu.device, gpu.buffers, heatmapSize);
    this.#clock = clock;
  }

  /** Decodes the hands that reach the gate. */
  async decode(output: NetworkOutput, gate: number, decode: VoxelDecode): Promise<DecodedHands> {
    const wanted = handsAbove(output.handedness, gate);
    if (!this.#kernel || wanted.length === 0) {
      return { hands: directHands(output, wanted), times: NOT_TIMED, dispatches: 0 };
    }
    const heatmaps = output.volumes
      .map(({ tensor }) => ({
        tensor,
        hands: wanted.filter((hand) => volumesOf(output, hand).tensor === tensor),
      }))
      .filter(({ hands }) => hands.length > 0);

    const encoder = this.#gpu.device.createCommandEncoder();
    const pass = encoder.beginComputePass(this.#clock?.pass('decode'));
    const buffer = this.#kernel.encode(
      pass,
      heatmaps.map(({ tensor, hands }) => ({
        heatmap: tensor.gpuBuffer,
        precision: tensorPrecision(tensor),
        firstVolumes: hands.map((hand) => volumesOf(output, hand).first),
      })),
      decode,
    );
    pass.end();
    const times = this.#clock ? [this.#clock.resolve(encoder)] : [];
    const bytes = wanted.length * JOINT_COUNT * PEAK_BYTES;
    const [peaks, stamps] = await this.#gpu.reader.read(
      [{ buffer, offset: 0, bytes }, ...times],
      encoder,
    );
    const values = new Float32Array(peaks!);
    return {
      hands: heatmaps
        .flatMap(({ hands }) => hands)
        .map((at, i) => ({ at, hand: handFromPeaks(handPeaks(values, i), this.#contract) })),
      times: stamps ? StageClock.times(stamps) : NOT_TIMED,
      dispatches: 2 * heatmaps.length,
    };
  }
}

/** The peaks of the hand that was decoded as the `index`-th. */
function handPeaks(values: Float32Array, index: number): VoxelPeak[] {
  return Array.from({ length: JOINT_COUNT }, (_, joint) => {
    const at = 4 * (index * JOINT_COUNT + joint);
    const [x, y, z, max] = [values[at]!, values[at + 1]!, values[at + 2]!, values[at + 3]!];
    return { x, y, z, max };
  });
}
