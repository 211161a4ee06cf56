import type { TorchDtype } from './dtype.ts';

/** A run of numbers in the file, named by its key; tensors are views of it. */
export class TorchStorage {
  readonly key: string;
  readonly dtype: TorchDtype;
  readonly byteLength: number;

  constructor(key: string, dtype: TorchDtype, byteLength: number) {
    this.key = key;
    this.dtype = dtype;
    this.byteLength = byteLength;
  }
}
