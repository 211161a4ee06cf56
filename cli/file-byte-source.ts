import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { requireRange, type ByteSink, type ByteSource } from '../src/models/byte-source.ts';

/** A file open for reading by range. Whoever opened it disposes it. */
export interface FileByteSource extends ByteSource, AsyncDisposable {}

/** A file open for writing from its start on. Whoever opened it disposes it. */
export interface FileByteSink extends ByteSink, AsyncDisposable {}

/** @throws Error of node:fs where there is no such file */
export async function openFileSource(path: string): Promise<FileByteSource> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return {
    name: basename(path),
    size,
    async read(offset, length) {
      requireRange(offset, length, size);
      const bytes = new Uint8Array(length);
      await readFully(file, bytes, offset);
      return bytes;
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

/** Makes the file, or empties it. @throws Error of node:fs where it cannot be written */
export async function openFileSink(path: string): Promise<FileByteSink> {
  const file = await open(path, 'w');
  return {
    // Unlike write, appendFile goes on until all bytes are written.
    write: (bytes) => file.appendFile(bytes),
    [Symbol.asyncDispose]: () => file.close(),
  };
}

/** One read may give less than asked for. */
async function readFully(file: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, offset + done);
    if (bytesRead === 0) throw new RangeError(`The file ends at byte ${offset + done}`);
    done += bytesRead;
  }
}
