import { requireRange, type ByteSink, type ByteSource } from '../src/models/byte-source.ts';

/** A file in memory. */
export function memorySource(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): ByteSource & { readonly bytes: Uint8Array<ArrayBuffer> } {
  return {
    name,
    bytes,
    size: bytes.length,
    read(offset, length) {
      requireRange(offset, length, bytes.length);
      return Promise.resolve(bytes.slice(offset, offset + length));
    },
  };
}

/** Keeps what is written. */
export class MemorySink implements ByteSink {
  readonly pieces: Uint8Array<ArrayBuffer>[] = [];

  get bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(Buffer.concat(this.pieces));
  }

  write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.pieces.push(bytes);
    return Promise.resolve();
  }
}
