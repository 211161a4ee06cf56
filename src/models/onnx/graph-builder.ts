import { create } from '@bufbuild/protobuf';
import { toAttributeProtos, type Attributes } from './attributes.ts';
import { FLOAT32 } from './data-type.ts';
import type { OnnxModel, OnnxWeight } from './onnx-model.ts';
import { GraphProtoSchema, ModelProtoSchema, NodeProtoSchema, type NodeProto } from './onnx_pb.js';
import { toValueInfo, type TensorInfo } from './tensor-info.ts';

/** IR 8 and op set 17, both of 2022: every runtime of today reads them. */
const IR_VERSION = 8n;
const OP_SET = 17n;

/** Collects an ONNX graph's nodes in the order they run. Tensors are known by their names. */
export class GraphBuilder {
  readonly #nodes: NodeProto[] = [];
  readonly #weights: OnnxWeight[] = [];

  /** Adds a node, which is named as its only output. @returns the output's name */
  node(
    opType: string,
    input: readonly string[],
    output: string,
    attributes: Attributes = {},
  ): string {
    const attribute = toAttributeProtos(attributes);
    const fields = { opType, input: [...input], output: [output], name: output, attribute };
    this.#nodes.push(create(NodeProtoSchema, fields));
    return output;
  }

  /** Adds a float32 weight, which is read when the model is written. @returns its name */
  weight(
    name: string,
    dims: readonly number[],
    read: () => Promise<Float32Array<ArrayBuffer>>,
  ): string {
    const byteLength = dims.reduce((product, size) => product * size, 4);
    this.#weights.push({
      name,
      dataType: FLOAT32,
      dims,
      byteLength,
      read: async () => {
        const { buffer, byteOffset, byteLength } = await read();
        return new Uint8Array(buffer, byteOffset, byteLength);
      },
    });
    return name;
  }

  /** Adds a weight whose float32 values are at hand. @returns its name */
  constant(name: string, dims: readonly number[], values: readonly number[]): string {
    return this.weight(name, dims, () => Promise.resolve(Float32Array.from(values)));
  }

  /** @param between tensors whose shapes are stated though they stay inside */
  build(
    name: string,
    inputs: readonly TensorInfo[],
    outputs: readonly TensorInfo[],
    between: readonly TensorInfo[],
  ): OnnxModel {
    return {
      header: create(ModelProtoSchema, {
        irVersion: IR_VERSION,
        producerName: 'handstream',
        opsetImport: [{ version: OP_SET }],
      }),
      graph: create(GraphProtoSchema, {
        name,
        node: this.#nodes,
        input: inputs.map(toValueInfo),
        output: outputs.map(toValueInfo),
        valueInfo: between.map(toValueInfo),
      }),
      weights: this.#weights,
      metadata: new Map(),
    };
  }
}
