import { clone, create } from '@bufbuild/protobuf';
import type { OnnxModel } from './onnx-model.ts';
import { GraphProtoSchema, type GraphProto, type NodeProto } from './onnx_pb.js';
import { toValueInfo, type TensorInfo } from './tensor-info.ts';

/**
 * The nodes that some tensors depend on, in the order they run.
 * @param given tensors that need not be computed, and all before them
 */
export function nodesFor(
  graph: GraphProto,
  wanted: readonly string[],
  given: readonly string[] = [],
): NodeProto[] {
  const needed = new Set(wanted);
  const known = new Set(given);
  // ONNX keeps nodes in the order they can run: one walk back finds them all.
  return graph.node
    .toReversed()
    .filter((node) => {
      if (!node.output.some((name) => needed.has(name) && !known.has(name))) return false;
      for (const name of node.input) needed.add(name);
      return true;
    })
    .toReversed();
}

/** A part of a model as a model of its own, with the weights that it needs. */
export function extractPart(
  { header, graph, weights, metadata }: OnnxModel,
  inputs: readonly TensorInfo[],
  outputs: readonly TensorInfo[],
): OnnxModel {
  const names = (infos: readonly TensorInfo[]) => infos.map(({ name }) => name);
  const node = nodesFor(graph, names(outputs), names(inputs));
  const used = new Set(node.flatMap(({ input }) => input));
  const part = create(GraphProtoSchema, {
    name: graph.name,
    node,
    initializer: graph.initializer.filter(({ name }) => used.has(name)),
    input: inputs.map(toValueInfo),
    output: outputs.map(toValueInfo),
  });
  return { header, graph: part, weights: weights.filter(({ name }) => used.has(name)), metadata };
}

/** The same model with one of its tensors called otherwise. */
export function renameTensor(model: OnnxModel, from: string, to: string): OnnxModel {
  const rename = (name: string) => (name === from ? to : name);
  const graph = clone(GraphProtoSchema, model.graph);
  for (const node of graph.node) {
    node.input = node.input.map(rename);
    node.output = node.output.map(rename);
  }
  for (const info of graph.output) info.name = rename(info.name);
  return { ...model, graph };
}
