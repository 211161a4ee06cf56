import type { ByteSource } from '../byte-source.ts';
import type { CheckpointContents } from './checkpoint-contents.ts';
import { cutOff, malformed } from './malformed.ts';
import { ForwardReader } from './pickle/forward-reader.ts';
import { unpickle } from './pickle/unpickle.ts';
import { StorageTable } from './storage-table.ts';
import type { TorchStorage } from './storage.ts';
import { utf8 } from './utf8.ts';
import { zipDataStart } from './zip/data-start.ts';
import { readZipDirectory, type ZipDirectory, type ZipEntry } from './zip/directory.ts';

/**
 * torch.save's format since torch 1.6: a zip of <stem>/data.pkl and <stem>/data/<key>, all of them
 * stored as they are (internet-spec.md, "torch file formats").
 */
export async function openZip(source: ByteSource): Promise<CheckpointContents> {
  const directory = await readZipDirectory(source);
  const stem = stemOf(directory);
  await requireLittleEndian(source, directory.get(`${stem}/byteorder`));
  const pickle = directory.get(`${stem}/data.pkl`)!;
  const start = await zipDataStart(source, pickle);
  const table = new StorageTable();
  const root = await unpickle(new ForwardReader(source, start, start + pickle.size), (id) =>
    table.load(id),
  );
  const entries = new Map(
    table.storages.map((storage) => [storage.key, dataOf(directory, stem, storage)]),
  );
  return { root, dataStart: ({ key }) => zipDataStart(source, entries.get(key)!) };
}

function dataOf(
  directory: ZipDirectory,
  stem: string,
  { key, byteLength }: TorchStorage,
): ZipEntry {
  const entry = directory.get(`${stem}/data/${key}`);
  if (!entry) throw malformed(`it has no data of its storage ${key}`);
  if (entry.size >= byteLength) return entry;
  throw cutOff(`its storage ${key} has ${entry.size} bytes of ${byteLength}`);
}

/** The folder that everything lies in, named for the file or "archive". */
function stemOf(directory: ZipDirectory): string {
  const names = [...directory.keys()];
  const pickle = names.find((name) => /^[^/]+\/data\.pkl$/.test(name));
  if (!pickle) throw malformed('it is a zip archive without a data.pkl');
  const stem = pickle.slice(0, -'/data.pkl'.length);
  if (
    directory.has(`${stem}/constants.pkl`) ||
    names.some((name) => name.startsWith(`${stem}/code/`))
  ) {
    throw malformed('it is a TorchScript program (torch.jit.save), not what torch.save writes');
  }
  return stem;
}

async function requireLittleEndian(source: ByteSource, entry: ZipEntry | undefined): Promise<void> {
  if (!entry) return; // Before torch 2.1 there was none, and files were the machine's.
  const length = Math.min(entry.size, 'little'.length);
  const order = utf8(await source.read(await zipDataStart(source, entry), length));
  if (order === 'little') return;
  throw malformed('it was written on a big-endian machine; only little-endian files can be read');
}
