import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { FLOAT16, FLOAT32 } from './data-type.ts';
import { float32ToFloat16 } from './float16.ts';
import type { OnnxModel } from './onnx-model.ts';
import { GraphProtoSchema, ModelProtoSchema } from './onnx_pb.js';
import { toSinglePrecision } from './single-precision.ts';

const VALUES = [1.5, -0.25];
const HALVES = float32ToFloat16(Float32Array.from(VALUES));

/** A graph of one Constant of half floats. */
function constantModel(tensor: object, opType = 'Constant'): OnnxModel {
  const t = { dataType: FLOAT16, dims: [2n], ...tensor };
  const graph = create(GraphProtoSchema, {
    node: [{ opType, output: ['out'], attribute: [{ name: 'value', t }] }],
  });
  return { header: create(ModelProtoSchema), graph, weights: [], metadata: new Map() };
}

test.each([
  ['bytes', { rawData: new Uint8Array(HALVES.buffer) }],
  ['whole numbers', { int32Data: Array.from(HALVES) }],
])('half floats of a Constant, kept as %s, become the same float32', (_, tensor) => {
  const { graph } = toSinglePrecision(constantModel(tensor))!;
  const { dataType, rawData, int32Data } = graph.node[0]!.attribute[0]!.t!;
  expect(dataType).toBe(FLOAT32);
  expect(int32Data).toEqual([]);
  expect(Array.from(new Float32Array(rawData.slice().buffer))).toEqual(VALUES);
});

test('the model it was made from stays as it is', () => {
  const model = constantModel({ rawData: new Uint8Array(HALVES.buffer) });
  toSinglePrecision(model);
  expect(model.graph.node[0]!.attribute[0]!.t!.dataType).toBe(FLOAT16);
});

test('an operator that is not known is left alone', () => {
  expect(toSinglePrecision(constantModel({}, 'Quantum'))).toBeNull();
});
