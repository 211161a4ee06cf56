import type { TorchDtype } from './dtype.ts';
import type { PickleValue } from './pickle-value.ts';

/** A numpy.dtype; its byte order comes after its type (its __setstate__). */
export class NumpyDtype {
  /** Kind and bytes, such as "f8". */
  readonly code: string;
  #bigEndian = false;

  constructor(code: string) {
    this.code = code;
  }

  /** The torch type of the same numbers; null where there is none, or they are big-endian. */
  get dtype(): TorchDtype | null {
    return this.#bigEndian ? null : (TORCH_DTYPES.get(this.code) ?? null);
  }

  /** @param state (version, byte order, …) */
  setState(state: PickleValue): void {
    this.#bigEndian = Array.isArray(state) && state[1] === '>';
  }
}

const TORCH_DTYPES: ReadonlyMap<string, TorchDtype> = new Map<string, TorchDtype>([
  ['f8', 'float64'],
  ['f4', 'float32'],
  ['f2', 'float16'],
  ['c16', 'complex128'],
  ['c8', 'complex64'],
  ['i8', 'int64'],
  ['i4', 'int32'],
  ['i2', 'int16'],
  ['i1', 'int8'],
  ['u8', 'uint64'],
  ['u4', 'uint32'],
  ['u2', 'uint16'],
  ['u1', 'uint8'],
  ['b1', 'bool'],
]);
