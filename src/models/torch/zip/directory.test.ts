import { describe, expect, test } from 'vitest';
import { ZipFile } from '../../../../tests/checkpoint/zip-file.ts';
import { countedSource } from '../../../../tests/counted-source.ts';
import { requireRange, type ByteSource } from '../../byte-source.ts';
import { zipDataStart } from './data-start.ts';
import { readZipDirectory } from './directory.ts';

describe('a zip past 4 GiB', () => {
  const GIB = 2 ** 30;
  const size = 6 * GIB;
  const [dataStart, dataSize] = [5 * GIB, 4.5 * GIB];

  test('has sizes and places of 64 bits', async () => {
    const source = sparseSource(size, [
      [dataStart - 34, localHeader('name')],
      [size - 176, directoryEntry('name', dataSize, dataStart - 34)],
      [size - 98, endRecords(size - 176, size - 98)],
    ]);
    const entry = (await readZipDirectory(source)).get('name')!;
    expect(entry).toEqual({
      name: 'name',
      method: 0,
      size: dataSize,
      headerStart: dataStart - 34,
    });
    await expect(zipDataStart(source, entry)).rejects.toThrow(
      /name ends past its 6442450944 bytes/,
    );
    expect(await zipDataStart(source, { ...entry, size: GIB })).toBe(dataStart);
  });
});

test('data starts where the entry’s own header says, whatever the directory’s does', async () => {
  const pieces: Uint8Array[] = [];
  const zip = new ZipFile((bytes) => pieces.push(bytes));
  zip.add('a', [Buffer.from('first')]);
  zip.add('folder/b', [Buffer.from('second')]);
  zip.finish();
  const source = countedSource(Buffer.concat(pieces));
  const directory = await readZipDirectory(source);
  expect([...directory.keys()]).toEqual(['a', 'folder/b']);
  const { size } = directory.get('folder/b')!;
  const start = await zipDataStart(source, directory.get('folder/b')!);
  expect(start % 64).toBe(0);
  expect(Buffer.from(await source.read(start, size)).toString()).toBe('second');
});

/** A file of zeros but for a few pieces. */
function sparseSource(size: number, pieces: readonly (readonly [number, Buffer])[]): ByteSource {
  return {
    name: 'large.pt',
    size,
    async read(offset, length) {
      requireRange(offset, length, size);
      const bytes = new Uint8Array(length);
      for (const [at, piece] of pieces) {
        piece.forEach((byte, i) => {
          if (at + i >= offset && at + i < offset + length) bytes[at + i - offset] = byte;
        });
      }
      return bytes;
    },
  };
}

function localHeader(name: string): Buffer {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

function directoryEntry(name: string, size: number, headerStart: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  entry.fill(0xff, 20, 28);
  entry.fill(0xff, 42, 46);
  entry.writeUInt16LE(name.length, 28);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  [size, size, headerStart].forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
  entry.writeUInt16LE(extra.length, 30);
  return Buffer.concat([entry, Buffer.from(name), extra]);
}

/** The 64-bit end record, its locator, and the old end record full of "look there". */
function endRecords(directoryStart: number, start: number): Buffer {
  const end64 = Buffer.alloc(56);
  end64.write('PK\x06\x06', 'latin1');
  end64.writeBigUInt64LE(BigInt(start - directoryStart), 40);
  end64.writeBigUInt64LE(BigInt(directoryStart), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(start), 8);
  const end = Buffer.alloc(22, 0xff);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(0, 20);
  return Buffer.concat([end64, locator, end]);
}
