import type { ByteSource } from '../src/models/byte-source.ts';
import { requireRange } from '../src/models/byte-source.ts';

/** A file held in memory that counts what is read of it. */
export interface CountedSource extends ByteSource {
  /** Bytes read so far. */
  bytesRead: number;
}

export function countedSource(bytes: Uint8Array, name = 'file.pth'): CountedSource {
  return {
    name,
    size: bytes.length,
    bytesRead: 0,
    async read(offset, length) {
      requireRange(offset, length, bytes.length);
      this.bytesRead += length;
      return new Uint8Array(bytes.subarray(offset, offset + length));
    },
  };
}
