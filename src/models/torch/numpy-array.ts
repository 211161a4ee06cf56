import { decodeValues, DTYPES, type TensorValues, type TorchDtype } from './dtype.ts';
import { malformed } from './malformed.ts';
import { NumpyDtype } from './numpy-dtype.ts';
import type { PickleValue } from './pickle-value.ts';
import { elementCount, inRowMajor, isShape } from './row-major.ts';

/** A numpy.ndarray held in the pickle itself; empty until its __setstate__. */
export class NumpyArray {
  #shape: readonly number[] = [0];
  #dtype: TorchDtype | null = null;
  #values: TensorValues | null = null;

  get shape(): readonly number[] {
    return this.#shape;
  }

  /** Null where torch has no such type: strings, objects, dates, big-endian numbers. */
  get dtype(): TorchDtype | null {
    return this.#dtype;
  }

  /** In row-major order; null where the dtype is. */
  get values(): TensorValues | null {
    return this.#values;
  }

  /** @param state (version, shape, dtype, whether columns come first, bytes) */
  setState(state: PickleValue): void {
    if (!Array.isArray(state)) throw malformed('a numpy array in it has no state');
    const [, shape, type, columnsFirst, bytes] = state;
    if (!isShape(shape) || !(type instanceof NumpyDtype)) {
      throw malformed('a numpy array in it has no shape or type');
    }
    this.#shape = shape;
    this.#dtype = type.dtype;
    if (!this.#dtype || !(bytes instanceof Uint8Array)) return;
    const width = DTYPES[this.#dtype].bytes;
    if (bytes.length !== elementCount(shape) * width) {
      throw malformed(
        `a numpy array in it of shape [${shape.join(', ')}] has ${bytes.length} bytes`,
      );
    }
    const ordered = columnsFirst ? inRowMajor(bytes, shape, columnStrides(shape), width) : bytes;
    this.#values = decodeValues(ordered, this.#dtype);
  }
}

/** Elements between neighbours where the first dimension runs fastest. */
function columnStrides(shape: readonly number[]): readonly number[] {
  return shape.map((_, dimension) => elementCount(shape.slice(0, dimension)));
}
