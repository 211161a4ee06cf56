import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ByteSink, ByteSource } from './byte-source.ts';

const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * SHA-256 of a whole file, as hex; reads it in pieces.
 * @param onPiece called before each piece with the bytes read so far; what it throws stops the reading
 */
export async function digestOf(
  source: ByteSource,
  onPiece: (bytes: number) => void,
): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < source.size; at += PIECE_BYTES) {
    onPiece(at);
    hash.update(await source.read(at, Math.min(PIECE_BYTES, source.size - at)));
  }
  return bytesToHex(hash.digest());
}

/** Hands bytes on to another sink and hashes them on the way. */
export class DigestingSink implements ByteSink {
  readonly #sink: ByteSink;
  readonly #onPiece: (bytes: number) => void;
  readonly #hash = sha256.create();
  #bytes = 0;

  /** @param onPiece as for digestOf, with the bytes written so far */
  constructor(sink: ByteSink, onPiece: (bytes: number) => void) {
    this.#sink = sink;
    this.#onPiece = onPiece;
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#onPiece(this.#bytes);
    this.#hash.update(bytes);
    await this.#sink.write(bytes);
    this.#bytes += bytes.byteLength;
  }

  /** SHA-256 of all that was written, as hex; ends it. */
  digest(): string {
    return bytesToHex(this.#hash.digest());
  }
}
