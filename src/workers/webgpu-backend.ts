import type { Tensor } from 'onnxruntime-web';
import type { BoundingBox } from '../hands/bounding-box.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import { adapterName } from './adapter-name.ts';
import { CHECK_UP_BOX, CHECK_UP_PICTURE, checkUpFrame } from './check-up-picture.ts';
import { CropKernel } from './crop-kernel.ts';
import { opencvPixels, smoothPixels } from './crop-pixels.ts';
import { cropInferences } from './crop-inferences.ts';
import { GpuHandDecoder } from './gpu-hand-decoder.ts';
import { tensorValues } from './gpu-tensors.ts';
import type { Gpu } from './gpu.ts';
import { heatmapSamples } from './heatmap-samples.ts';
import type { InternetBackend } from './internet-backend.ts';
import type { CheckUpAnswer } from './internet-check-up.ts';
import type { Inference, InferOptions } from './internet-engine.ts';
import type { InternetNetwork } from './internet-network.ts';
import type { Ort } from './onnx-runtime.ts';
import { StageClock } from './stage-clock.ts';
import { toldInputs } from './told-inputs.ts';

/** An InterNet on the GPU: frame and heatmap never leave it, only joints do. */
export class WebGpuBackend implements InternetBackend {
  readonly precision: 'fp32' | 'fp16';
  readonly adapter: string;
  readonly threads = 1;
  readonly #ort: Ort;
  readonly #gpu: Gpu;
  readonly #network: InternetNetwork;
  readonly #contract: InternetContract;
  readonly #cropKernel: CropKernel;
  readonly #decoder: GpuHandDecoder;
  readonly #clock: StageClock | null;

  /** @param gpu with ONNX Runtime's own device, on which `network` runs */
  constructor(ort: Ort, gpu: Gpu, network: InternetNetwork, contract: InternetContract) {
    const { device, buffers } = gpu;
    const { precision, inputSize, variant } = contract;
    const pixels = variant === 'lite' ? smoothPixels : opencvPixels;
    this.#ort = ort;
    this.#gpu = gpu;
    this.#network = network;
    this.#contract = contract;
    this.precision = precision;
    this.adapter = adapterName(device.adapterInfo);
    this.#cropKernel = new CropKernel(device, buffers, inputSize, precision, pixels);
    this.#clock = StageClock.create(device, buffers);
    this.#decoder = new GpuHandDecoder(gpu, contract, this.#clock);
  }

  async infer(
    frame: VideoFrame,
    boxes: readonly BoundingBox[],
    { gate, decode = 'refined', priors }: InferOptions,
  ): Promise<Inference> {
    const start = performance.now();
    const bytesBefore = this.#gpu.reader.bytesRead;
    const image = this.#crop(frame, boxes);
    const told = toldInputs(priors, boxes, this.#contract);
    using output = await this.#network.run(image, gate, told);
    const { hands, times, dispatches } = await this.#decoder.decode(output, gate, decode);
    const wholeMs = performance.now() - start;
    return {
      crops: cropInferences(output, hands),
      cost: {
        ...times,
        networkMs: Math.max(0, wholeMs - times.cropMs - times.decodeMs),
        dispatches: 1 + dispatches,
        bytesReadBack: this.#gpu.reader.bytesRead - bytesBefore,
      },
    };
  }

  async checkUp(): Promise<CheckUpAnswer> {
    const frame = checkUpFrame();
    try {
      using output = await this.#network.run(this.#crop(frame, [CHECK_UP_BOX]), 0);
      const { hands } = await this.#decoder.decode(output, 0, 'refined');
      const places = heatmapSamples(output, this.#contract.heatmapSize);
      const samples = await tensorValues(this.#gpu.reader, places);
      const [inference] = cropInferences(output, hands);
      return { picture: CHECK_UP_PICTURE, inference: inference!, samples, margins: null };
    } finally {
      frame.close();
    }
  }

  #crop(frame: VideoFrame, boxes: readonly BoundingBox[]): Tensor {
    const { device } = this.#gpu;
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass(this.#clock?.pass('crop'));
    const buffer = this.#cropKernel.encode(pass, frame, boxes);
    pass.end();
    device.queue.submit([encoder.finish()]);
    const { inputSize } = this.#contract;
    return this.#ort.Tensor.fromGpuBuffer(buffer, {
      dataType: this.precision === 'fp16' ? 'float16' : 'float32',
      dims: [boxes.length, 3, inputSize, inputSize],
    });
  }
}
