import { clone } from '@bufbuild/protobuf';
import { float16ToFloat32 } from '../torch/half-floats.ts';
import { FLOAT16, FLOAT32 } from './data-type.ts';
import { hasOneFloatType } from './known-operators.ts';
import type { OnnxModel } from './onnx-model.ts';
import { GraphProtoSchema, type NodeProto, type TensorProto } from './onnx_pb.js';
import { recastInfos, singleWeight } from './recast.ts';

/**
 * Operators that take float32 wherever they take half floats and keep no half floats but in a
 * tensor, which is widened with the rest; InterNet-Lite has them.
 */
const WIDENED = [
  'Abs',
  'Cast',
  'Constant',
  'Exp',
  'Gather',
  'Greater',
  'LayerNormalization',
  'Mod',
  'Neg',
  'ReduceMean',
  'ReduceSum',
  'Resize',
  'Shape',
  'Where',
];

/**
 * The same model with every half float a float32: the same numbers, less rounding between layers.
 * @returns null where it has operators that we cannot vouch for
 */
export function toSinglePrecision(model: OnnxModel): OnnxModel | null {
  if (!hasOneFloatType(model.graph, WIDENED)) return null;
  const graph = clone(GraphProtoSchema, model.graph);
  recastInfos(graph, FLOAT16, FLOAT32);
  for (const node of graph.node) {
    if (node.opType === 'Cast') castToSingle(node);
    for (const { t: tensor } of node.attribute) if (tensor) widen(tensor);
  }
  const weights = model.weights.map((weight) =>
    weight.dataType === FLOAT16 ? singleWeight(weight) : weight,
  );
  return { ...model, graph, weights };
}

function castToSingle({ attribute }: NodeProto): void {
  for (const to of attribute) if (Number(to.i) === FLOAT16) to.i = BigInt(FLOAT32);
}

/** Of a half float that does not stand in bytes, ONNX keeps the bits in an int32. */
function widen(tensor: TensorProto): void {
  if (tensor.dataType !== FLOAT16) return;
  const bits =
    tensor.int32Data.length > 0
      ? Uint16Array.from(tensor.int32Data)
      : new Uint16Array(tensor.rawData.slice().buffer);
  tensor.dataType = FLOAT32;
  tensor.int32Data = [];
  tensor.rawData = new Uint8Array(float16ToFloat32(bits).buffer);
}
