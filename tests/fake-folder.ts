import { FakeSyncFile } from './fake-sync-file.ts';

/** A folder of the browser's private file system, as far as we need one. Files are flat. */
export class FakeFolder {
  readonly files = new Map<string, Blob>();
  /** Bytes that still fit. */
  roomBytes = Infinity;

  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the part of it that is used
  readonly handle = {
    keys: () => this.#keys(),
    getFileHandle: async (name: string, options?: FileSystemGetFileOptions) => {
      if (!this.files.has(name)) {
        if (!options?.create) throw new DOMException(`no ${name}`, 'NotFoundError');
        this.files.set(name, new Blob());
      }
      return this.#fileHandle(name);
    },
    removeEntry: async (name: string) => {
      if (!this.files.delete(name)) throw new DOMException(`no ${name}`, 'NotFoundError');
    },
  } as unknown as FileSystemDirectoryHandle;

  get names(): readonly string[] {
    return [...this.files.keys()];
  }

  async *#keys(): AsyncGenerator<string> {
    yield* this.names;
  }

  #fileHandle(name: string): object {
    return {
      name,
      getFile: async () => new File([this.files.get(name)!], name),
      createWritable: async () => this.#writable(name),
      // For new files, as recordings are.
      createSyncAccessHandle: async () =>
        new FakeSyncFile(this.roomBytes, 'throws', (bytes) =>
          this.files.set(name, new Blob([bytes])),
        ),
    };
  }

  /** What is written is there when it is closed, as in browsers. */
  #writable(name: string): object {
    const pieces: BlobPart[] = [];
    return {
      write: async (piece: string | Blob | Uint8Array<ArrayBuffer>) => {
        this.roomBytes -= new Blob([piece]).size;
        if (this.roomBytes < 0) throw new DOMException('no room', 'QuotaExceededError');
        pieces.push(piece);
      },
      close: async () => void this.files.set(name, new Blob(pieces)),
      abort: async () => {},
    };
  }
}
