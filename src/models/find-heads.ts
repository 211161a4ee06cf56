import { otherSide, perHand, type HandSide, type PerHand } from '../hands/hand-side.ts';
import { nodesFor } from './onnx/extract-part.ts';
import {
  AttributeProto_AttributeType as AttributeType,
  type GraphProto,
  type NodeProto,
} from './onnx/onnx_pb.js';

/** What computes one hand's heatmap, within a graph. */
export interface Head {
  /** The tensor that becomes this hand's part of `heatmap`. */
  readonly heatmap: string;
  /** The one tensor, needed elsewhere too, that it starts from. */
  readonly features: string;
}

/**
 * Finds the heads of a graph whose `heatmap` is the right hand's and the left hand's put together,
 * each computed from one tensor by nodes that nothing else needs.
 * @returns null where it is not built so
 */
export function findHeads(graph: GraphProto): PerHand<Head> | null {
  // What the body of a branch or loop reads is not among its node's inputs.
  if (graph.node.some(hasBody)) return null;
  const join = graph.node.find(({ output }) => output.includes('heatmap'));
  const heatmaps = join ? handsJoined(join) : null;
  if (!heatmaps) return null;
  const outputs = graph.output.map(({ name }) => name).filter((name) => name !== 'heatmap');
  const features = perHand((side) => startOf(graph, heatmaps, side, outputs));
  if (features.right === null || features.left === null) return null;
  return {
    right: { heatmap: heatmaps.right, features: features.right },
    left: { heatmap: heatmaps.left, features: features.left },
  };
}

function hasBody({ attribute }: NodeProto): boolean {
  return attribute.some(({ type }) => type === AttributeType.GRAPH);
}

/** Both inputs of a node that puts two tensors together along the channels; null for others. */
function handsJoined({ opType, input, attribute }: NodeProto): PerHand<string> | null {
  const [right, left, ...more] = input;
  const axis = attribute.find(({ name }) => name === 'axis')?.i;
  if (opType !== 'Concat' || axis !== 1n || !right || !left || more.length > 0) return null;
  return { right, left };
}

/**
 * The one tensor that a hand's own nodes take from the rest of the graph.
 * @param outputs what the rest gives
 * @returns null where there are none, several, or where it is one of the graph's inputs
 */
function startOf(
  graph: GraphProto,
  heatmaps: PerHand<string>,
  side: HandSide,
  outputs: readonly string[],
): string | null {
  const shared = new Set(nodesFor(graph, [heatmaps[otherSide(side)], ...outputs]));
  const own = nodesFor(graph, [heatmaps[side]]).filter((node) => !shared.has(node));
  const inputs = new Set(graph.input.map(({ name }) => name));
  const outside = new Set([...Array.from(shared, ({ output }) => output).flat(), ...inputs]);
  const taken = new Set(own.flatMap(({ input }) => input).filter((name) => outside.has(name)));
  const [start, ...more] = taken;
  return start === undefined || more.length > 0 || inputs.has(start) ? null : start;
}
