import type { ByteSource } from '../byte-source.ts';
import type { TensorValues } from './dtype.ts';
import type { PickleValue } from './pickle-value.ts';
import type { TorchTensor } from './tensor.ts';

/** A file that torch.save wrote, open: its object is read, its tensors' values are not. */
export interface Checkpoint {
  /** The unpickled object. */
  readonly root: PickleValue;
  /**
   * Reads a tensor's values in row-major order; a half as a float32, a complex number as two values.
   * @throws ModelFailure
   */
  readValues(tensor: TorchTensor): Promise<TensorValues>;
  /** As readValues, rounded to float32. @throws ModelFailure also where the tensor is complex */
  readFloat32(tensor: TorchTensor): Promise<Float32Array<ArrayBuffer>>;
}

/** Opens a checkpoint of either format, reading headers and pickles only. @throws ModelFailure */
export async function openCheckpoint(source: ByteSource): Promise<Checkpoint> {
  throw new Error(`${source.name}: being written`);
}
