import type { Reference, Storage } from './checkpoint-object.ts';
import { global, pickle, tuple, type Pickled } from './pickle-writer.ts';
import { randomBytes, valueCount } from './random-values.ts';
import { ZipFile } from './zip-file.ts';

type Write = (bytes: Uint8Array) => void;

/** One of torch.save's two formats (internet-spec.md A1). */
export interface TorchFormat {
  /** What the i-th storage is called. */
  readonly storageKey: (index: number) => string;
  readonly reference: Reference;
  /** @param stem the file's name without its last extension */
  write(write: Write, object: Pickled, storages: readonly Storage[], stem: string): void;
}

/** From torch 1.6 on. */
const zip: TorchFormat = {
  storageKey: String,
  reference: (storage) => tuple(...storageId(storage, 'cpu')),
  write(write, object, storages, stem) {
    const file = new ZipFile(write);
    file.add(`${stem}/data.pkl`, [pickle(object)]);
    file.add(`${stem}/byteorder`, [Buffer.from('little')]);
    for (const { tensor, key, seed } of storages) {
      file.add(`${stem}/data/${key}`, randomBytes(tensor, seed));
    }
    file.add(`${stem}/version`, [Buffer.from('3\n')]);
    file.finish();
  },
};

/** Before torch 1.6; here as a machine with a GPU saved it. */
const legacy: TorchFormat = {
  // Addresses come in no order, and the storages are sorted by them.
  storageKey: (index) => String(200_000_000 + ((index * 7919) % 10_007) * 1000),
  reference: (storage) => tuple(...storageId(storage, 'cuda:0'), null),
  write(write, object, storages) {
    const sorted = storages.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const keys = sorted.map(({ key }) => key);
    for (const part of [MAGIC, PROTOCOL, SYSTEM, object, keys]) write(pickle(part));
    for (const { tensor, seed } of sorted) {
      write(new Uint8Array(BigInt64Array.of(BigInt(valueCount(tensor))).buffer));
      for (const piece of randomBytes(tensor, seed)) write(piece);
    }
  },
};

export const TORCH_FORMATS = { zip, legacy };

const MAGIC = 0x1950a86a20f9469cfc6cn;
const PROTOCOL = 1001;
const TYPE_SIZES = new Map([
  ['short', 2],
  ['int', 4],
  ['long', 4],
]);
const SYSTEM = new Map<Pickled, Pickled>([
  ['protocol_version', PROTOCOL],
  ['little_endian', true],
  ['type_sizes', TYPE_SIZES],
]);

/** The part of a persistent id that both formats share. */
function storageId({ tensor, key }: Storage, location: string): Pickled[] {
  const type = tensor.dtype === 'int64' ? 'LongStorage' : 'FloatStorage';
  return ['storage', global('torch', type), key, location, valueCount(tensor)];
}
