import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ByteSink, ByteSource } from './byte-source.ts';

const PIECE_BYTES = 1 << 22;

export interface CopyOptions {
  /** Called with the fraction of the way, 0..1. */
  readonly onProgress: (fraction: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Copies a file piece by piece.
 * @returns its SHA-256, hexadecimal
 * @throws the signal's reason, once aborted
 */
export async function copyHashed(
  source: ByteSource,
  sink: ByteSink,
  { onProgress, signal }: CopyOptions,
): Promise<string> {
  const hash = sha256.create();
  for (let offset = 0; offset < source.size; offset += PIECE_BYTES) {
    signal.throwIfAborted();
    const piece = await source.read(offset, Math.min(PIECE_BYTES, source.size - offset));
    hash.update(piece);
    await sink.write(piece);
    onProgress((offset + piece.length) / source.size);
  }
  return bytesToHex(hash.digest());
}
