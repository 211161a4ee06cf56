import type { GraphProto, ModelProto } from './onnx_pb.js';

/** A weight (ONNX: initializer) that stays where it is until somebody reads it. */
export interface OnnxWeight {
  readonly name: string;
  /** TensorProto.DataType. */
  readonly dataType: number;
  readonly dims: readonly number[];
  readonly byteLength: number;
  /** Its values, little-endian, row-major, in memory of their own. */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/** An ONNX model of which all but the weights is in memory: a few 100 kB instead of 190 MB. */
export interface OnnxModel {
  /** Versions and op sets; its `graph` and `metadataProps` are empty. */
  readonly header: ModelProto;
  /** Nodes, inputs, outputs; of the initializers only those that are no plain array of bytes. */
  readonly graph: GraphProto;
  readonly weights: readonly OnnxWeight[];
  readonly metadata: ReadonlyMap<string, string>;
}
