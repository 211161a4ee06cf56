import { create } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType as AttributeType,
  AttributeProtoSchema,
  type AttributeProto,
} from './onnx_pb.js';

/** Attributes of a node by name: integers, or lists of them. All that our operators need. */
export type Attributes = Readonly<Record<string, number | readonly number[]>>;

export function toAttributeProtos(attributes: Attributes): AttributeProto[] {
  return Object.entries(attributes).map(([name, value]) =>
    typeof value === 'number'
      ? create(AttributeProtoSchema, { name, type: AttributeType.INT, i: BigInt(value) })
      : create(AttributeProtoSchema, {
          name,
          type: AttributeType.INTS,
          ints: value.map(BigInt),
        }),
  );
}
