import type { PickleValue } from './pickle-value.ts';
import type { TorchStorage } from './storage.ts';

/** What either file format comes to: the object, and where its storages' bytes are. */
export interface CheckpointContents {
  readonly root: PickleValue;
  /** Where in the file the storage's first byte lies. */
  dataStart(storage: TorchStorage): Promise<number>;
}
