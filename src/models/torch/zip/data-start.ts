import type { ByteSource } from '../../byte-source.ts';
import { viewOf } from '../data-view.ts';
import { cutOff, malformed } from '../malformed.ts';
import type { ZipEntry } from './directory.ts';

const SIGNATURE = 0x04034b50;
const HEADER_BYTES = 30;
const NAME_LENGTH_AT = 26;
const EXTRA_LENGTH_AT = 28;
const STORED = 0;

/**
 * Where an entry's bytes start. The entry's own header has to say: torch pads its extra field so
 * that data is aligned, and the directory's differs.
 */
export async function zipDataStart(source: ByteSource, entry: ZipEntry): Promise<number> {
  if (entry.method !== STORED) {
    throw malformed(`its ${entry.name} is compressed, which torch.save never does`);
  }
  if (entry.headerStart + HEADER_BYTES > source.size) throw endsPast(entry, source.size);
  const header = viewOf(await source.read(entry.headerStart, HEADER_BYTES));
  if (header.getUint32(0, true) !== SIGNATURE) {
    throw malformed(`its zip directory is wrong: ${entry.name} is not where it says`);
  }
  const start =
    entry.headerStart +
    HEADER_BYTES +
    header.getUint16(NAME_LENGTH_AT, true) +
    header.getUint16(EXTRA_LENGTH_AT, true);
  if (start + entry.size > source.size) throw endsPast(entry, source.size);
  return start;
}

function endsPast({ name }: ZipEntry, size: number): Error {
  return cutOff(`its ${name} ends past its ${size} bytes`);
}
