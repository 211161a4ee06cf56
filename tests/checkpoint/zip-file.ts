import { crc32 } from 'node:zlib';

/** Data starts at multiples of it in what torch writes. */
const ALIGNMENT = 64;
/** Sizes and checksum follow the data. */
const FLAGS = 0x0808;

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * A zip as torch's writer (miniz) leaves it: entries stored, sizes after the data, an 'FB' field in
 * the local header alone that aligns the data, a zip64 end record whatever the size.
 */
export class ZipFile {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #entries: Entry[] = [];
  #position = 0;

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write;
  }

  /** Appends an entry whose data comes in pieces. */
  add(path: string, pieces: Iterable<Uint8Array>): void {
    const name = Buffer.from(path);
    const offset = this.#position;
    const headerEnd = offset + 30 + name.length + 4;
    const padding = (ALIGNMENT - (headerEnd % ALIGNMENT)) % ALIGNMENT;
    this.#put('PK\x03\x04', [u16(0), u16(FLAGS), zeros(18), u16(name.length), u16(4 + padding)]);
    this.#put('', [name]);
    this.#put('FB', [u16(padding), Buffer.alloc(padding, 'Z')]);
    let [crc, size] = [0, 0];
    for (const piece of pieces) {
      crc = crc32(piece, crc);
      size += piece.length;
      this.#put('', [piece]);
    }
    this.#put('PK\x07\x08', [u32(crc), u32(size), u32(size)]);
    this.#entries.push({ name, crc, size, offset });
  }

  /** Writes the central directory; nothing may follow. */
  finish(): void {
    const start = this.#position;
    for (const { name, crc, size, offset } of this.#entries) {
      this.#put('PK\x01\x02', [u16(0), u16(0), u16(FLAGS), zeros(6), u32(crc), u32(size)]);
      this.#put('', [u32(size), u16(name.length), zeros(12), u32(offset), name]);
    }
    const end = this.#position;
    const count = this.#entries.length;
    const directory = [u64(count), u64(count), u64(end - start), u64(start)];
    this.#put('PK\x06\x06', [u64(44), u16(0x031e), u16(45), zeros(8), ...directory]);
    this.#put('PK\x06\x07', [zeros(4), u64(end), u32(1)]);
    this.#put('PK\x05\x06', [zeros(4), u16(count), u16(count), u32(end - start), u32(start)]);
    this.#put('', [zeros(2)]);
  }

  #put(signature: string, parts: readonly Uint8Array[]): void {
    for (const part of [Buffer.from(signature, 'latin1'), ...parts]) {
      this.#write(part);
      this.#position += part.length;
    }
  }
}

const zeros = (length: number) => Buffer.alloc(length);

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
