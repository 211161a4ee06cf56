import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ByteSink, ByteSource } from './byte-source.ts';

const PIECE_BYTES = 4 * 1024 * 1024;

/** Called before each piece and after the last with the bytes done; what it throws ends the work. */
type OnPiece = (bytes: number) => void;

/** SHA-256 of a whole file, as hex; reads it in pieces. */
export function digestOf(source: ByteSource, onPiece: OnPiece = () => {}): Promise<string> {
  return copyHashed(source, { write: () => Promise.resolve() }, onPiece);
}

/** Copies a file piece by piece. @returns its SHA-256, as hex */
export async function copyHashed(
  source: ByteSource,
  sink: ByteSink,
  onPiece: OnPiece = () => {},
): Promise<string> {
  const digesting = new DigestingSink(sink, onPiece);
  for (let at = 0; at < source.size; at += PIECE_BYTES) {
    await digesting.write(await source.read(at, Math.min(PIECE_BYTES, source.size - at)));
  }
  onPiece(source.size);
  return digesting.digest();
}

/** Hands bytes on to another sink and hashes them on the way. */
export class DigestingSink implements ByteSink {
  readonly #sink: ByteSink;
  readonly #onPiece: OnPiece;
  readonly #hash = sha256.create();
  #bytes = 0;

  constructor(sink: ByteSink, onPiece: OnPiece) {
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
