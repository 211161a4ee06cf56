import { clearField, fromBinary, type DescMessage, type MessageShape } from '@bufbuild/protobuf';
import type { ByteSource } from '../byte-source.ts';
import { ModelFailure } from '../model-failure.ts';
import { MODEL_KIND_BYTES, modelKind } from '../model-kind.ts';
import { divideMessage, type ByteRange } from './message-fields.ts';
import type { OnnxModel, OnnxWeight } from './onnx-model.ts';
import {
  GraphProtoSchema,
  ModelProtoSchema,
  TensorProto_DataLocation,
  TensorProtoSchema,
  type TensorProto,
} from './onnx_pb.js';

/**
 * Reads an ONNX file, all but its weights.
 * @throws ModelFailure 'not-onnx' | 'truncated', and 'breaks-contract' when its weights lie elsewhere
 */
export async function readOnnx(source: ByteSource): Promise<OnnxModel> {
  const { name, size } = source;
  const head = await source.read(0, Math.min(MODEL_KIND_BYTES, size));
  if (modelKind(head) !== 'onnx') throw notOnnx(name, 'it does not begin as one');
  const whole = { start: 0, end: size };
  const model = await divideMessage(source, whole, [ModelProtoSchema.field.graph.number]);
  const header = parse(name, ModelProtoSchema, model.rest);
  const [graphRange] = model.long;
  if (!graphRange) throw notOnnx(name, 'it has no graph');
  const initializer = GraphProtoSchema.field.initializer.number;
  const { rest, long } = await divideMessage(source, graphRange, [initializer]);
  const graph = parse(name, GraphProtoSchema, rest);
  const weights: OnnxWeight[] = [];
  for (const range of long) {
    const weight = await readWeight(source, range);
    if ('read' in weight) weights.push(weight);
    else graph.initializer.push(weight);
  }
  const metadata = new Map(header.metadataProps.map(({ key, value }) => [key, value]));
  clearField(header, ModelProtoSchema.field.metadataProps);
  return { header, graph, weights, metadata };
}

/** A weight, or the tensor itself where its values are written number by number. */
async function readWeight(source: ByteSource, range: ByteRange): Promise<OnnxWeight | TensorProto> {
  const { rawData, floatData } = TensorProtoSchema.field;
  // Packed floats are the same bytes as raw ones.
  const { rest, long } = await divideMessage(source, range, [rawData.number, floatData.number]);
  const tensor = parse(source.name, TensorProtoSchema, rest);
  const { name, dataType, dims, dataLocation } = tensor;
  if (dataLocation === TensorProto_DataLocation.EXTERNAL) {
    const reason = `its weight ${name} lies in another file`;
    throw new ModelFailure({ type: 'breaks-contract', name: source.name, reason });
  }
  const [values] = long;
  if (!values) return tensor;
  const byteLength = values.end - values.start;
  const read = () => source.read(values.start, byteLength);
  return { name, dataType, dims: dims.map(Number), byteLength, read };
}

function parse<Desc extends DescMessage>(
  name: string,
  schema: Desc,
  bytes: Uint8Array,
): MessageShape<Desc> {
  try {
    return fromBinary(schema, bytes);
  } catch {
    throw notOnnx(name, `its ${schema.name} is damaged`);
  }
}

function notOnnx(name: string, reason: string): ModelFailure {
  return new ModelFailure({ type: 'not-onnx', name, reason });
}
