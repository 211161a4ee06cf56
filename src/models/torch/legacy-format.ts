import type { ByteSource } from '../byte-source.ts';
import type { CheckpointContents } from './checkpoint-contents.ts';
import { uint64, viewOf } from './data-view.ts';
import { DTYPES } from './dtype.ts';
import { cutOff, malformed } from './malformed.ts';
import type { PickleValue } from './pickle-value.ts';
import { ForwardReader } from './pickle/forward-reader.ts';
import { unpickle } from './pickle/unpickle.ts';
import { StorageTable } from './storage-table.ts';
import type { TorchStorage } from './storage.ts';

const MAGIC = 0x1950a86a20f9469cfc6cn;
const FORMAT_VERSION = 1001;
/** Each storage's element count stands before its data, int64. */
const COUNT_BYTES = 8;

/**
 * torch.save's format before torch 1.6: five pickles (magic, version, machine, object, storage keys),
 * then the storages in the keys' order (internet-spec.md, "torch file formats").
 */
export async function openLegacy(source: ByteSource): Promise<CheckpointContents> {
  const reader = new ForwardReader(source, 0, source.size);
  const table = new StorageTable();
  const next = () => unpickle(reader, (id) => table.load(id));
  if ((await next()) !== MAGIC) {
    throw malformed('it is a Python pickle, but not one that torch.save wrote');
  }
  const version = await next();
  if (version !== FORMAT_VERSION) {
    throw malformed(`its format is not ${FORMAT_VERSION}, the only one known`);
  }
  requireLittleEndian(await next());
  const root = await next();
  const starts = dataStarts(await next(), table, reader.position, source.size);
  return {
    root,
    dataStart: (storage) => checkedStart(source, storage, starts.get(storage.key)!),
  };
}

function requireLittleEndian(machine: PickleValue): void {
  if (machine instanceof Map && machine.get('little_endian') !== false) return;
  throw malformed('it was written on a big-endian machine; only little-endian files can be read');
}

function dataStarts(
  keys: PickleValue,
  table: StorageTable,
  from: number,
  size: number,
): ReadonlyMap<string, number> {
  if (!Array.isArray(keys)) throw malformed('it has no list of storages');
  const starts = new Map<string, number>();
  let position = from;
  for (const key of keys) {
    const storage = typeof key === 'string' ? table.get(key) : null;
    if (!storage) throw malformed('it lists a storage that no tensor known here has');
    starts.set(storage.key, position + COUNT_BYTES);
    position += COUNT_BYTES + storage.byteLength;
    if (position > size) {
      throw cutOff(`its storage ${storage.key} ends at byte ${position}, but it has ${size} bytes`);
    }
  }
  const missing = table.storages.find(({ key }) => !starts.has(key));
  if (missing) throw malformed(`it does not list its storage ${missing.key}`);
  return starts;
}

/** Makes sure that the storage is where it was counted to be: its element count stands before it. */
async function checkedStart(
  source: ByteSource,
  { key, dtype, byteLength }: TorchStorage,
  start: number,
): Promise<number> {
  const count = await source.read(start - COUNT_BYTES, COUNT_BYTES);
  if (uint64(viewOf(count), 0) === byteLength / DTYPES[dtype].bytes) return start;
  throw malformed(`its storage ${key} has not the size that its tensors say`);
}
