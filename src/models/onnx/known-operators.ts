import { FLOAT16, FLOAT32 } from './data-type.ts';
import type { GraphProto } from './onnx_pb.js';

/**
 * Operators whose floating inputs, outputs and weights are all of one type, and which keep no
 * numbers elsewhere (as Constant does, in an attribute).
 */
const ONE_FLOAT_TYPE = [
  'Add',
  'AveragePool',
  'Clip',
  'Concat',
  'Conv',
  'ConvTranspose',
  'DepthToSpace',
  'Div',
  'Flatten',
  'Gemm',
  'GlobalAveragePool',
  'HardSigmoid',
  'HardSwish',
  'Identity',
  'LeakyRelu',
  'MatMul',
  'MaxPool',
  'Mul',
  'Relu',
  'Reshape',
  'Sigmoid',
  'Slice',
  'Softmax',
  'Split',
  'Squeeze',
  'Sub',
  'Transpose',
  'Unsqueeze',
];

/**
 * Whether a graph still means the same when all its floats become floats of another precision: it
 * has no operators but those we can vouch for, and its float weights are plain arrays.
 * @param besides more operators that the caller takes care of
 */
export function hasOneFloatType(graph: GraphProto, besides: readonly string[] = []): boolean {
  const known = new Set([...ONE_FLOAT_TYPE, ...besides]);
  const isFloat = (type: number) => type === FLOAT32 || type === FLOAT16;
  return (
    graph.node.every(({ domain, opType }) => domain === '' && known.has(opType)) &&
    !graph.initializer.some(({ dataType }) => isFloat(dataType))
  );
}
