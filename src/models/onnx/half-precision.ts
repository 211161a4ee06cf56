import { clone, create } from '@bufbuild/protobuf';
import { toAttributeProtos } from './attributes.ts';
import { FLOAT16, FLOAT32 } from './data-type.ts';
import { hasOneFloatType } from './known-operators.ts';
import type { OnnxModel } from './onnx-model.ts';
import { GraphProtoSchema, NodeProtoSchema, type GraphProto, type NodeProto } from './onnx_pb.js';
import { halfWeight, recastInfos } from './recast.ts';

/**
 * The same model with weights, inputs and outputs as half floats. A softmax and what follows it
 * stay in float32: probabilities of a few thousandths, weighted with millimetres, need the digits.
 * @returns null where it has operators that we cannot vouch for
 */
export function toHalfPrecision(model: OnnxModel): OnnxModel | null {
  if (!hasOneFloatType(model.graph)) return null;
  const graph = clone(GraphProtoSchema, model.graph);
  recastInfos(graph, FLOAT32, FLOAT16);
  const exact = softmaxTails(graph);
  const usedHalf = new Set(graph.node.flatMap((node) => (exact.has(node) ? [] : node.input)));
  const weights = model.weights.map((weight) =>
    weight.dataType === FLOAT32 && usedHalf.has(weight.name) ? halfWeight(weight) : weight,
  );
  const staying = new Set([
    ...Array.from(exact, (node) => node.output).flat(),
    ...weights.flatMap(({ name, dataType }) => (dataType === FLOAT16 ? [] : [name])),
    ...graph.initializer.map(({ name }) => name),
  ]);
  graph.node = castAround(graph, exact, staying);
  return { ...model, graph, weights };
}

/** Every softmax and all nodes that depend on one. */
function softmaxTails(graph: GraphProto): ReadonlySet<NodeProto> {
  const tails = new Set<NodeProto>();
  const tensors = new Set<string>();
  // ONNX keeps nodes in the order they can run.
  for (const node of graph.node) {
    if (node.opType !== 'Softmax' && !node.input.some((name) => tensors.has(name))) continue;
    tails.add(node);
    for (const name of node.output) tensors.add(name);
  }
  return tails;
}

/**
 * The nodes, with a cast before and after those that stay exact.
 * @param staying tensors that those nodes give, or that are no half floats in the first place
 */
function castAround(
  graph: GraphProto,
  exact: ReadonlySet<NodeProto>,
  staying: ReadonlySet<string>,
): NodeProto[] {
  const outputs = new Set(graph.output.map(({ name }) => name));
  const isBoth = (name: string) => name !== '' && (!staying.has(name) || outputs.has(name));
  const single = (name: string) => (isBoth(name) ? `${name}.fp32` : name);
  const widened = new Set<string>();
  return graph.node.flatMap((node) => {
    if (!exact.has(node)) return [node];
    const entering = node.input.filter((name) => name && !staying.has(name) && !widened.has(name));
    for (const name of entering) widened.add(name);
    const leaving = node.output.filter((name) => outputs.has(name));
    return [
      ...entering.map((name) => cast(name, single(name), FLOAT32)),
      { ...node, input: node.input.map(single), output: node.output.map(single) },
      ...leaving.map((name) => cast(single(name), name, FLOAT16)),
    ];
  });
}

function cast(from: string, name: string, to: number): NodeProto {
  const attribute = toAttributeProtos({ to });
  return create(NodeProtoSchema, {
    opType: 'Cast',
    input: [from],
    output: [name],
    name: `${name}.cast`,
    attribute,
  });
}
