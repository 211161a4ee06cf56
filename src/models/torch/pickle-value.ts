import type { NumpyArray } from './numpy-array.ts';
import type { NumpyDtype } from './numpy-dtype.ts';
import type { Opaque } from './opaque.ts';
import type { TorchStorage } from './storage.ts';
import type { TorchTensor } from './tensor.ts';

/**
 * What a pickle unpickles to. Lists, tuples and torch.Size are arrays, dicts and OrderedDicts Maps,
 * sets Sets, bytes Uint8Arrays; an integer past ±(2^53 − 1) is a bigint. A torch.device is its name;
 * classes such as torch.float32 are Opaque. It may hold itself, as in Python.
 */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array<ArrayBuffer>
  | PickleValue[]
  | Map<PickleValue, PickleValue>
  | Set<PickleValue>
  | TorchTensor
  | TorchStorage
  | NumpyArray
  | NumpyDtype
  | PickleFunction
  | Opaque;

/** One of the closed list of Python functions and classes that are known, as ours. */
export type PickleFunction = (args: readonly PickleValue[]) => PickleValue;
