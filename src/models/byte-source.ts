/**
 * Bytes that can be read anywhere without being held whole: a Blob in the page, a file in Node.
 * Checkpoints reach 568 MB.
 */
export interface ByteSource {
  /** The file's name, as the user knows it. */
  readonly name: string;
  readonly size: number;
  /**
   * Reads `length` bytes from `offset` on into memory of their own.
   * @throws RangeError when the range does not lie within the file
   */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Where bytes are written, one piece after the other; the writer waits for each. */
export interface ByteSink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** Reads a File or Blob by range. */
export function blobSource(blob: Blob, name: string): ByteSource {
  return {
    name,
    size: blob.size,
    async read(offset, length) {
      requireRange(offset, length, blob.size);
      return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    },
  };
}

/** @throws RangeError when the range does not lie within `size` bytes */
export function requireRange(offset: number, length: number, size: number): void {
  if (offset >= 0 && length >= 0 && offset + length <= size) return;
  throw new RangeError(`Bytes ${offset} to ${offset + length} of ${size} do not exist`);
}
