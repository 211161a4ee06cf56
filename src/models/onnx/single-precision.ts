import { clone } from '@bufbuild/protobuf';
import { FLOAT16, FLOAT32 } from './data-type.ts';
import { hasOneFloatType } from './known-operators.ts';
import type { OnnxModel } from './onnx-model.ts';
import { GraphProtoSchema } from './onnx_pb.js';
import { recastInfos, singleWeight } from './recast.ts';

/**
 * The same model with every half float a float32: the same numbers, less rounding between layers.
 * @returns null where it has operators that we cannot vouch for
 */
export function toSinglePrecision(model: OnnxModel): OnnxModel | null {
  if (!hasOneFloatType(model.graph, ['Cast'])) return null;
  const graph = clone(GraphProtoSchema, model.graph);
  recastInfos(graph, FLOAT16, FLOAT32);
  for (const { opType, attribute } of graph.node) {
    if (opType !== 'Cast') continue;
    for (const to of attribute) if (Number(to.i) === FLOAT16) to.i = BigInt(FLOAT32);
  }
  const weights = model.weights.map((weight) =>
    weight.dataType === FLOAT16 ? singleWeight(weight) : weight,
  );
  return { ...model, graph, weights };
}
