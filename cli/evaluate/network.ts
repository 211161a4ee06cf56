import { availableParallelism } from 'node:os';
import * as ort from 'onnxruntime-web';
import type { BoundingBox } from '../../src/hands/bounding-box.ts';
import { cropAffine } from '../../src/hands/crop-affine.ts';
import { cropTensor, officialCut } from '../../src/hands/crop-tensor.ts';
import type { MetricConvention } from '../../src/hands/metric-convention.ts';
import { mmposeCut } from '../../src/hands/mmpose-crop.ts';
import type { Picture8 } from '../../src/hands/warp-affine.ts';
import type { Prediction } from '../../src/evaluation/prediction.ts';
import type { InternetContract } from '../../src/models/internet-contract.ts';
import { digestOf } from '../../src/models/file-digest.ts';
import { ModelFailure } from '../../src/models/model-failure.ts';
import { readInternetParts } from '../../src/models/read-internet-parts.ts';
import { InternetNetwork } from '../../src/workers/internet-network.ts';
import { wasmTensors } from '../../src/workers/wasm-tensors.ts';
import { openFileSource } from '../file-byte-source.ts';
import { decodeOutput } from './decode-output.ts';

ort.env.wasm.numThreads = availableParallelism();

/** An InterNet on the CPU. Whoever opened it disposes it. */
export interface EvaluationNetwork extends AsyncDisposable {
  readonly contract: InternetContract;
  /** Of the file, hex. */
  readonly sha256: string;
  /**
   * @param box the square it is given
   * @param decode whose integer arg-max
   */
  predict(
    picture: Picture8,
    box: BoundingBox,
    decode: MetricConvention,
  ): Promise<Omit<Prediction, 'annotation'>>;
}

/** @throws ModelFailure when the file is no InterNet that runs here */
export async function openNetwork(path: string): Promise<EvaluationNetwork> {
  await using source = await openFileSource(path);
  const { contract, trunk, heads } = await readInternetParts(source, { precision: 'fp32' });
  if (contract.precision !== 'fp32') {
    const reason = 'it computes in half floats, which cannot be widened';
    throw new ModelFailure({ type: 'breaks-contract', name: source.name, reason });
  }
  const sha256 = await digestOf(source);
  const open = (part: Uint8Array) => ort.InferenceSession.create(part);
  const sessions = {
    trunk: await open(trunk),
    heads: heads && { right: await open(heads.right), left: await open(heads.left) },
  };
  const network = new InternetNetwork(sessions, wasmTensors(ort));
  // Each was trained on its own code's crops.
  const cut = contract.variant === 'mmpose' ? mmposeCut : officialCut;
  const { inputSize } = contract;
  return {
    contract,
    sha256,
    async predict(picture, box, decode) {
      const pixels = cropTensor(picture, [box], inputSize, cut);
      const image = new ort.Tensor('float32', pixels, [1, 3, inputSize, inputSize]);
      using output = await network.run(image, 0);
      return decodeOutput(output, contract, cropAffine(box, inputSize).inverse, decode);
    },
    async [Symbol.asyncDispose]() {
      const { trunk, heads } = sessions;
      const all = heads ? [trunk, heads.right, heads.left] : [trunk];
      for (const session of all) await session.release();
    },
  };
}
