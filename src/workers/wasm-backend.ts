import type { BoundingBox } from '../hands/bounding-box.ts';
import { perHand } from '../hands/hand-side.ts';
import { interhandIndex, networkJoint } from '../hands/interhand-joints.ts';
import { JOINT_COUNT } from '../hands/joints.ts';
import { decodeVolume, type VoxelDecode } from '../hands/voxel-decode.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import { CHECK_UP_BOX, CHECK_UP_PICTURE, checkUpPicture } from './check-up-picture.ts';
import type { CheckUpAnswer } from './internet-check-up.ts';
import { opencvCrops, smoothCrops, type CpuCrops } from './cpu-crops.ts';
import { cropInferences, directHands, handFromPeaks, type FoundHand } from './crop-inferences.ts';
import { heatmapSamples } from './heatmap-samples.ts';
import type { InternetBackend } from './internet-backend.ts';
import type { Inference, InferOptions } from './internet-engine.ts';
import type { InternetNetwork } from './internet-network.ts';
import { handsAbove, volumesOf, type CropSide, type NetworkOutput } from './network-output.ts';
import type { Ort } from './onnx-runtime.ts';
import { peakMargin } from './peak-margin.ts';
import { toldInputs } from './told-inputs.ts';
import { tensorFloats } from './wasm-tensors.ts';

/** An InterNet on the CPU: crop and decode in TypeScript, the network in WebAssembly. */
export class WasmBackend implements InternetBackend {
  readonly precision = 'fp32';
  readonly adapter = null;
  readonly #ort: Ort;
  readonly #network: InternetNetwork;
  readonly #contract: InternetContract;
  readonly #cut: CpuCrops;

  /** @param network on sessions of `ort`; stays the caller's */
  constructor(ort: Ort, network: InternetNetwork, contract: InternetContract) {
    this.#ort = ort;
    this.#network = network;
    this.#contract = contract;
    this.#cut = contract.variant === 'lite' ? smoothCrops : opencvCrops;
  }

  get threads(): number {
    return this.#ort.env.wasm.numThreads ?? 1;
  }

  async infer(
    frame: VideoFrame,
    boxes: readonly BoundingBox[],
    { gate, decode = 'refined', priors }: InferOptions,
  ): Promise<Inference> {
    const start = performance.now();
    const crops = await this.#cut.ofFrame(frame, boxes, this.#contract.inputSize);
    const image = this.#image(crops, boxes.length);
    const told = toldInputs(priors, boxes, this.#contract);
    const cropped = performance.now();
    using output = await this.#network.run(image, gate, told);
    const ran = performance.now();
    const hands = this.#hands(output, gate, decode);
    return {
      crops: cropInferences(output, hands),
      cost: {
        cropMs: cropped - start,
        networkMs: ran - cropped,
        decodeMs: performance.now() - ran,
        dispatches: 0,
        bytesReadBack: 0,
      },
    };
  }

  async checkUp(): Promise<CheckUpAnswer> {
    const { inputSize } = this.#contract;
    const image = this.#image(this.#cut.ofPicture(checkUpPicture(), [CHECK_UP_BOX], inputSize), 1);
    using output = await this.#network.run(image, 0);
    const [inference] = cropInferences(output, this.#hands(output, 0, 'refined'));
    const places = heatmapSamples(output, this.#contract.heatmapSize);
    return {
      picture: CHECK_UP_PICTURE,
      inference: inference!,
      samples: places.map(({ tensor, index }) => tensorFloats(tensor)[index]!),
      margins: perHand((side) => this.#margins(output, { crop: 0, side })),
    };
  }

  /** Public order; none where there is no heatmap. */
  #margins(output: NetworkOutput, hand: CropSide): number[] {
    const { heatmapSize: size, jointOrder } = this.#contract;
    if (!size) return [];
    const { tensor, first } = volumesOf(output, hand);
    const cells = size[0] * size[1] * size[2];
    return Array.from({ length: JOINT_COUNT }, (_, joint) => {
      const volume = first + networkJoint(jointOrder, interhandIndex('right', joint));
      return peakMargin(tensorFloats(tensor), volume * cells, cells);
    });
  }

  #image(crops: Float32Array<ArrayBuffer>, count: number) {
    const { inputSize } = this.#contract;
    return new this.#ort.Tensor('float32', crops, [count, 3, inputSize, inputSize]);
  }

  #hands(output: NetworkOutput, gate: number, decode: VoxelDecode): FoundHand[] {
    const wanted = handsAbove(output.handedness, gate);
    const size = this.#contract.heatmapSize;
    if (!size) return directHands(output, wanted);
    const cells = size[0] * size[1] * size[2];
    return wanted.map((at) => {
      const { tensor, first } = volumesOf(output, at);
      const values = tensorFloats(tensor);
      const peaks = Array.from({ length: JOINT_COUNT }, (_, joint) =>
        decodeVolume(values, (first + joint) * cells, size, decode),
      );
      return { at, hand: handFromPeaks(peaks, this.#contract) };
    });
  }
}
