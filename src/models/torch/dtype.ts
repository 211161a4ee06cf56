import { bfloat16ToFloat32, float16ToFloat32 } from './half-floats.ts';

/** A complex number is two neighbouring values, real part first. */
export type TorchDtype =
  | 'float64'
  | 'float32'
  | 'float16'
  | 'bfloat16'
  | 'complex128'
  | 'complex64'
  | 'int64'
  | 'int32'
  | 'int16'
  | 'int8'
  | 'uint64'
  | 'uint32'
  | 'uint16'
  | 'uint8'
  | 'bool';

/** Values as they are in the file, only the half floats widened; a bool is 0 or 1. */
export type TensorValues =
  | Float64Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | BigInt64Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>
  | BigUint64Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>;

interface DtypeLayout {
  /** Bytes of one element. */
  readonly bytes: number;
  /** Reads whole elements, little-endian, from the start of the buffer to its end. */
  readonly decode: (buffer: ArrayBuffer) => TensorValues;
}

export const DTYPES: Readonly<Record<TorchDtype, DtypeLayout>> = {
  float64: { bytes: 8, decode: (buffer) => new Float64Array(buffer) },
  float32: { bytes: 4, decode: (buffer) => new Float32Array(buffer) },
  float16: { bytes: 2, decode: (buffer) => float16ToFloat32(new Uint16Array(buffer)) },
  bfloat16: { bytes: 2, decode: (buffer) => bfloat16ToFloat32(new Uint16Array(buffer)) },
  complex128: { bytes: 16, decode: (buffer) => new Float64Array(buffer) },
  complex64: { bytes: 8, decode: (buffer) => new Float32Array(buffer) },
  int64: { bytes: 8, decode: (buffer) => new BigInt64Array(buffer) },
  int32: { bytes: 4, decode: (buffer) => new Int32Array(buffer) },
  int16: { bytes: 2, decode: (buffer) => new Int16Array(buffer) },
  int8: { bytes: 1, decode: (buffer) => new Int8Array(buffer) },
  uint64: { bytes: 8, decode: (buffer) => new BigUint64Array(buffer) },
  uint32: { bytes: 4, decode: (buffer) => new Uint32Array(buffer) },
  uint16: { bytes: 2, decode: (buffer) => new Uint16Array(buffer) },
  uint8: { bytes: 1, decode: (buffer) => new Uint8Array(buffer) },
  bool: { bytes: 1, decode: (buffer) => new Uint8Array(buffer) },
};

/** Reads elements of a dtype, little-endian; `bytes` may lie anywhere in its buffer. */
export function decodeValues(bytes: Uint8Array<ArrayBuffer>, dtype: TorchDtype): TensorValues {
  const whole = bytes.byteLength === bytes.buffer.byteLength;
  return DTYPES[dtype].decode(whole ? bytes.buffer : new Uint8Array(bytes).buffer);
}

export function isTorchDtype(name: string): name is TorchDtype {
  return Object.hasOwn(DTYPES, name);
}

export function isComplex(dtype: TorchDtype): boolean {
  return dtype === 'complex64' || dtype === 'complex128';
}
