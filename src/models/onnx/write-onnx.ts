import { create, toBinary } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { ByteSink } from '../byte-source.ts';
import type { OnnxModel, OnnxWeight } from './onnx-model.ts';
import { GraphProtoSchema, ModelProtoSchema, TensorProtoSchema } from './onnx_pb.js';

/** A file laid out before its weights are read, so that every length is known. */
export interface OnnxFile {
  /** Of the whole file. */
  readonly byteLength: number;
  /**
   * Writes the nodes, then one weight after the other, then the metadata: an ordinary ONNX file.
   * Holds one weight at a time.
   */
  write(sink: ByteSink): Promise<void>;
}

export function layOutOnnx({ header, graph, weights, metadata }: OnnxModel): OnnxFile {
  const graphHead = toBinary(GraphProtoSchema, graph);
  const heads = weights.map(weightHead);
  const weightBytes = weights.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const headBytes = heads.reduce((sum, head) => sum + head.byteLength, graphHead.byteLength);
  const start = new BinaryWriter()
    .raw(toBinary(ModelProtoSchema, header))
    .tag(ModelProtoSchema.field.graph.number, WireType.LengthDelimited)
    .uint32(headBytes + weightBytes)
    .raw(graphHead)
    .finish();
  const metadataProps = Array.from(metadata, ([key, value]) => ({ key, value }));
  const end = toBinary(ModelProtoSchema, create(ModelProtoSchema, { metadataProps }));
  const besideGraph = start.byteLength - graphHead.byteLength + end.byteLength;
  return {
    byteLength: besideGraph + headBytes + weightBytes,
    async write(sink) {
      await sink.write(start);
      for (const [index, weight] of weights.entries()) {
        const values = await weight.read();
        if (values.byteLength !== weight.byteLength) {
          throw new Error(`${weight.name}: ${values.byteLength} bytes for ${weight.byteLength}`);
        }
        await sink.write(heads[index]!);
        await sink.write(values);
      }
      await sink.write(end);
    },
  };
}

/** Everything of an entry of GraphProto.initializer that stands before its values. */
function weightHead({ name, dataType, dims, byteLength }: OnnxWeight): Uint8Array<ArrayBuffer> {
  const tensor = create(TensorProtoSchema, { name, dataType, dims: dims.map(BigInt) });
  const head = new BinaryWriter()
    .raw(toBinary(TensorProtoSchema, tensor))
    .tag(TensorProtoSchema.field.rawData.number, WireType.LengthDelimited)
    .uint32(byteLength)
    .finish();
  return new BinaryWriter()
    .tag(GraphProtoSchema.field.initializer.number, WireType.LengthDelimited)
    .uint32(head.byteLength + byteLength)
    .raw(head)
    .finish();
}
