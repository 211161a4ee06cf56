/** How a browser says that a disk is full: as specified, Firefox's way, Chrome's way. */
export type FullDisk = 'throws' | 'short' | 'nonsense';

/** A file that a worker holds open; it remembers what a power cut would leave of it. */
export class FakeSyncFile implements FileSystemSyncAccessHandle {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
  /** As of the last flush. */
  flushed: Uint8Array<ArrayBuffer> = new Uint8Array();
  closed = false;
  /** The file's largest size. */
  roomBytes: number;
  readonly #onFull: FullDisk;
  readonly #changed: (bytes: Uint8Array<ArrayBuffer>) => void;

  constructor(
    roomBytes = Infinity,
    onFull: FullDisk = 'throws',
    changed: (bytes: Uint8Array<ArrayBuffer>) => void = () => {},
  ) {
    this.roomBytes = roomBytes;
    this.#onFull = onFull;
    this.#changed = changed;
  }

  write(bytes: Uint8Array<ArrayBuffer>, { at }: { readonly at: number }): number {
    const fits = Math.max(0, Math.min(bytes.length, this.roomBytes - at));
    if (fits === bytes.length || this.#onFull === 'short') {
      const grown = new Uint8Array(Math.max(this.bytes.length, at + fits));
      grown.set(this.bytes);
      grown.set(bytes.subarray(0, fits), at);
      this.#set(grown);
      return fits;
    }
    if (this.#onFull === 'nonsense') return 0xfffffff8;
    throw new DOMException('no room', 'QuotaExceededError');
  }

  truncate(size: number): void {
    this.#set(this.bytes.slice(0, size));
  }

  flush(): void {
    this.flushed = this.bytes;
  }

  getSize(): number {
    return this.bytes.length;
  }

  close(): void {
    this.closed = true;
  }

  #set(bytes: Uint8Array<ArrayBuffer>): void {
    this.bytes = bytes;
    this.#changed(bytes);
  }
}
