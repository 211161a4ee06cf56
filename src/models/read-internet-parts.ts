import type { PerHand } from '../hands/hand-side.ts';
import type { ByteSource } from './byte-source.ts';
import { checkContract } from './check-contract.ts';
import type { InternetContract } from './internet-contract.ts';
import { toHalfPrecision } from './onnx/half-precision.ts';
import type { OnnxModel } from './onnx/onnx-model.ts';
import { readOnnx } from './onnx/read-onnx.ts';
import { toSinglePrecision } from './onnx/single-precision.ts';
import { layOutOnnx } from './onnx/write-onnx.ts';
import { splitHeads } from './split-heads.ts';

/** An InterNet as ONNX models in memory, so that the head of a hand that is not there costs nothing. */
export interface InternetParts {
  /** Of the parts: where the precision asked for cannot be had, `precision` is the file's own. */
  readonly contract: InternetContract;
  /** What both hands share; the whole network where `heads` is null. */
  readonly trunk: Uint8Array<ArrayBuffer>;
  /**
   * Each takes one output of the trunk, by its name, and gives `heatmap` [N, 21·D, H, W]. Null where
   * the network is not built so that they can be cut off.
   */
  readonly heads: PerHand<Uint8Array<ArrayBuffer>> | null;
}

export interface InternetPartsOptions {
  /** Weights, image and outputs; what the file holds is converted. */
  readonly precision: InternetContract['precision'];
}

/**
 * Reads an InterNet's ONNX file and takes it apart.
 * @throws ModelFailure 'not-onnx' | 'truncated' | 'breaks-contract'
 */
export async function readInternetParts(
  source: ByteSource,
  { precision }: InternetPartsOptions,
): Promise<InternetParts> {
  const file = await readOnnx(source);
  const stated = checkContract(file, source.name);
  const converted = precision === stated.precision ? file : withPrecision(file, precision);
  const contract = converted ? { ...stated, precision } : stated;
  const model = converted ?? file;
  const split = stated.heatmapSize && splitHeads(model);
  if (!split) return { contract, trunk: await toBytes(model), heads: null };
  const { trunk, heads } = split;
  return {
    contract,
    trunk: await toBytes(trunk),
    heads: { right: await toBytes(heads.right), left: await toBytes(heads.left) },
  };
}

function withPrecision(model: OnnxModel, precision: 'fp32' | 'fp16'): OnnxModel | null {
  return precision === 'fp16' ? toHalfPrecision(model) : toSinglePrecision(model);
}

async function toBytes(model: OnnxModel): Promise<Uint8Array<ArrayBuffer>> {
  const file = layOutOnnx(model);
  const bytes = new Uint8Array(file.byteLength);
  let at = 0;
  await file.write({
    write(piece) {
      bytes.set(piece, at);
      at += piece.byteLength;
      return Promise.resolve();
    },
  });
  return bytes;
}
