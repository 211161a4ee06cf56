import type { PerHand } from '../hands/hand-side.ts';
import { findHeads, type Head } from './find-heads.ts';
import { extractPart, renameTensor } from './onnx/extract-part.ts';
import type { OnnxModel } from './onnx/onnx-model.ts';
import { fromValueInfo, type TensorInfo } from './onnx/tensor-info.ts';

/** A network whose hands are computed apart, as three models. */
export interface SplitInternet {
  /** All but the heads: gives all outputs but `heatmap`, and what the heads start from. */
  readonly trunk: OnnxModel;
  /** One input, which the trunk gives; one output, `heatmap` [N, 21·D, H, W]. */
  readonly heads: PerHand<OnnxModel>;
}

/**
 * Splits a network that keeps the contract into what both hands share and a head for each.
 * @returns null where its hands cannot be told apart (findHeads)
 */
export function splitHeads(model: OnnxModel): SplitInternet | null {
  const { graph, weights } = model;
  const heads = findHeads(graph);
  if (!heads) return null;
  const given = new Set(weights.map(({ name }) => name));
  const inputs = graph.input.filter(({ name }) => !given.has(name)).map(fromValueInfo);
  const outputs = graph.output.map(fromValueInfo);
  const heatmap = outputs.find(({ name }) => name === 'heatmap')!;
  const known = graph.valueInfo.map(fromValueInfo);
  const { dataType } = heatmap;
  const info = (tensor: string): TensorInfo =>
    known.find(({ name }) => name === tensor) ?? { name: tensor, dataType, dims: null };
  const dims = heatmap.dims!.map((size, axis) => (axis === 1 ? Number(size) / 2 : size));
  const head = (of: Head) => {
    const output = { ...heatmap, name: of.heatmap, dims };
    return renameTensor(extractPart(model, [info(of.features)], [output]), of.heatmap, 'heatmap');
  };
  const features = new Set([heads.right.features, heads.left.features]);
  const others = outputs.filter((output) => output !== heatmap && !features.has(output.name));
  return {
    trunk: extractPart(model, inputs, [...others, ...Array.from(features, info)]),
    heads: { right: head(heads.right), left: head(heads.left) },
  };
}
