/** Bytes read at once. */
const CHUNK = 2 ** 20;

/** How a file is read through. */
export interface BlobChunksOptions {
  /** Told how much of the file was read, 0..1. */
  readonly onProgress?: (fraction: number) => void;
  /** Gives the reading up. */
  readonly signal?: AbortSignal;
}

/**
 * A file's bytes as readPoseStream wants them. In slices: not every browser can go through a Blob's
 * stream, and so it is known how far it is.
 * @throws DOMException where the file changed or went away; the signal's reason
 */
export async function* blobChunks(
  file: Blob,
  { onProgress, signal }: BlobChunksOptions = {},
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += CHUNK) {
    signal?.throwIfAborted();
    yield new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer());
    onProgress?.(Math.min(1, (at + CHUNK) / file.size));
  }
}
