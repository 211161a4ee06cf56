import type { TorchDtype } from './dtype.ts';
import type { TorchStorage } from './storage.ts';

/** A tensor of a checkpoint, whose values still lie in the file (Checkpoint reads them). */
export class TorchTensor {
  readonly storage: TorchStorage;
  readonly dtype: TorchDtype;
  /** Sizes of its dimensions; none for a scalar. */
  readonly shape: readonly number[];
  /** Elements between neighbours, one a dimension; 0 where it is expanded. */
  readonly stride: readonly number[];
  /** Its first element in the storage, in elements of its dtype. */
  readonly storageOffset: number;

  constructor(fields: Pick<TorchTensor, keyof TorchTensor>) {
    this.storage = fields.storage;
    this.dtype = fields.dtype;
    this.shape = fields.shape;
    this.stride = fields.stride;
    this.storageOffset = fields.storageOffset;
  }
}
