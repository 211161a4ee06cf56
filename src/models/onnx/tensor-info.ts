import { create } from '@bufbuild/protobuf';
import { FLOAT32 } from './data-type.ts';
import { ValueInfoProtoSchema, type ValueInfoProto } from './onnx_pb.js';

/** Name, element type and shape of an input or output. */
export interface TensorInfo {
  readonly name: string;
  /** TensorProto.DataType. */
  readonly dataType: number;
  /** A text names a size that is known only when the model runs; null where no shape is given. */
  readonly dims: readonly (number | string)[] | null;
}

/** Float32s of which the first size is the batch. */
export function floatBatch(name: string, ...sizes: number[]): TensorInfo {
  return { name, dataType: FLOAT32, dims: ['N', ...sizes] };
}

export function toValueInfo({ name, dataType, dims }: TensorInfo): ValueInfoProto {
  const shape = dims && {
    dim: dims.map((size) => ({
      value:
        typeof size === 'number'
          ? { case: 'dimValue' as const, value: BigInt(size) }
          : { case: 'dimParam' as const, value: size },
    })),
  };
  const value = { elemType: dataType, ...(shape && { shape }) };
  return create(ValueInfoProtoSchema, { name, type: { value: { case: 'tensorType', value } } });
}

export function fromValueInfo({ name, type }: ValueInfoProto): TensorInfo {
  if (type?.value.case !== 'tensorType') return { name, dataType: 0, dims: null };
  const { elemType, shape } = type.value.value;
  const dims = shape?.dim.map(({ value }) =>
    value.case === 'dimValue' ? Number(value.value) : (value.value ?? '?'),
  );
  return { name, dataType: elemType, dims: dims ?? null };
}
