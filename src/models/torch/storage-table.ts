import { DTYPES, type TorchDtype } from './dtype.ts';
import { malformed } from './malformed.ts';
import { Opaque } from './opaque.ts';
import type { PickleValue } from './pickle-value.ts';
import { TorchStorage } from './storage.ts';

/** The storages that a pickle names, as it names them: its persistent ids. */
export class StorageTable {
  readonly #storages = new Map<string, TorchStorage>();

  get storages(): readonly TorchStorage[] {
    return [...this.#storages.values()];
  }

  get(key: string): TorchStorage | null {
    return this.#storages.get(key) ?? null;
  }

  /**
   * @param id ('storage', class, key, device, elements), in the legacy format with one item more:
   *   null, or which part of the storage is meant; or ('module', class, …) of a whole network's class
   * @returns a storage; Opaque where its class is unknown here
   */
  load(id: PickleValue): PickleValue {
    if (!Array.isArray(id)) throw malformed('its pickle names a storage by what is no tuple');
    const [kind, type, key, , elements, part = null] = id;
    if (kind === 'module' && type instanceof Opaque) return type;
    if (kind !== 'storage' || typeof key !== 'string' || !(type instanceof Opaque)) {
      throw malformed('its pickle names a storage without a type or a key');
    }
    if (part !== null)
      throw malformed(`its storage ${key} is part of another, as before torch 0.4`);
    const dtype = STORAGE_DTYPES.get(type.name);
    if (!dtype) return type;
    if (!Number.isSafeInteger(elements)) throw malformed(`its storage ${key} has no size`);
    return this.#keep(key, dtype, Number(elements) * DTYPES[dtype].bytes);
  }

  #keep(key: string, dtype: TorchDtype, byteLength: number): TorchStorage {
    const known = this.#storages.get(key);
    if (!known) {
      const storage = new TorchStorage(key, dtype, byteLength);
      this.#storages.set(key, storage);
      return storage;
    }
    if (known.dtype === dtype && known.byteLength === byteLength) return known;
    throw malformed(`its storage ${key} has two types or sizes`);
  }
}

const STORAGE_DTYPES: ReadonlyMap<string, TorchDtype> = new Map<string, TorchDtype>([
  ['torch.DoubleStorage', 'float64'],
  ['torch.FloatStorage', 'float32'],
  ['torch.HalfStorage', 'float16'],
  ['torch.BFloat16Storage', 'bfloat16'],
  ['torch.ComplexDoubleStorage', 'complex128'],
  ['torch.ComplexFloatStorage', 'complex64'],
  ['torch.LongStorage', 'int64'],
  ['torch.IntStorage', 'int32'],
  ['torch.ShortStorage', 'int16'],
  ['torch.CharStorage', 'int8'],
  ['torch.ByteStorage', 'uint8'],
  ['torch.BoolStorage', 'bool'],
  // Of quantised tensors, which are Opaque; their size tells where the next storage lies.
  ['torch.QInt32Storage', 'int32'],
  ['torch.QInt8Storage', 'int8'],
  ['torch.QUInt8Storage', 'uint8'],
  // Of bytes, whatever its tensors' dtype: torch from 2.1 on, for the unsigned types.
  ['torch.storage.UntypedStorage', 'uint8'],
]);
