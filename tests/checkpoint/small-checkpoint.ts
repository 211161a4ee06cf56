import { global, pickle, tuple, type Pickled } from './pickle-writer.ts';
import { ZipFile } from './zip-file.ts';

/** A checkpoint in zip format around any object, or around any bytes in its pickle's place. */
export function zipCheckpoint(
  object: Pickled | Uint8Array,
  storages: Readonly<Record<string, Uint8Array>> = {},
  others: Readonly<Record<string, string>> = {},
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new ZipFile((bytes) => pieces.push(bytes));
  zip.add('small/data.pkl', [object instanceof Uint8Array ? object : pickle(object)]);
  for (const [key, bytes] of Object.entries(storages)) zip.add(`small/data/${key}`, [bytes]);
  for (const [name, text] of Object.entries(others)) zip.add(`small/${name}`, [Buffer.from(text)]);
  zip.finish();
  return Buffer.concat(pieces);
}

/** A checkpoint in the legacy format; the storages' bytes, counts and all, are `data`. */
export function legacyCheckpoint(object: Pickled, keys: Pickled, data: Uint8Array): Uint8Array {
  const machine = new Map<Pickled, Pickled>([['little_endian', true]]);
  const pickles = [0x1950a86a20f9469cfc6cn, 1001, machine, object, keys].map(pickle);
  return Buffer.concat([...pickles, data]);
}

/** A storage's persistent id. @param type such as "FloatStorage" */
export function storage(type: string, key: string, elements: Pickled): Pickled {
  const [module, name] = type === 'UntypedStorage' ? ['torch.storage', type] : ['torch', type];
  return {
    type: 'persistent',
    id: tuple('storage', global(module, name), key, 'cpu', elements),
  };
}

/** @param dtype given, the tensor is rebuilt as torch 2.1 does for the unsigned types */
export function tensor(
  storage: Pickled,
  shape: readonly Pickled[],
  stride: readonly Pickled[],
  { offset = 0, dtype = '' }: { offset?: Pickled; dtype?: string } = {},
): Pickled {
  const view = [storage, offset, tuple(...shape), tuple(...stride), false, null];
  return {
    type: 'reduced',
    callable: global('torch._utils', `_rebuild_tensor_${dtype ? 'v3' : 'v2'}`),
    args: dtype ? tuple(...view, global('torch', dtype)) : tuple(...view),
  };
}
