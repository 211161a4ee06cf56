import type { ByteSink } from '../models/byte-source.ts';
import { storing } from '../models/storage-failure.ts';

/** A file that is being written; whoever began it finishes or discards it. */
export interface NewFile extends ByteSink {
  /** @returns what was written; further writing is over */
  finish(): Promise<Blob>;
  /** Leaves nothing behind, finished or not. */
  discard(): Promise<void>;
}

/**
 * A file in the browser's own storage. It takes what is written when it is finished, not before.
 * @throws StorageFailure here and in everything it does but `discard`
 */
export async function newStoredFile(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<NewFile> {
  const { handle, writable } = await storing(async () => {
    const handle = await folder.getFileHandle(name, { create: true });
    return { handle, writable: await handle.createWritable() };
  });
  return {
    write: (bytes) => storing(() => writable.write(bytes)),
    finish: () => storing(() => writable.close().then(() => handle.getFile())),
    async discard() {
      // A finished one has nothing to abort; what cannot be removed, the registry clears later.
      await writable.abort().catch(() => {});
      await folder.removeEntry(name).catch(() => {});
    },
  };
}

/** A file that the browser holds for as long as somebody has its Blob. */
export function newMemoryFile(): NewFile {
  // A Blob each: the browser may move them to its disk, unlike bytes in the heap.
  let pieces: Blob[] = [];
  return {
    async write(bytes) {
      pieces.push(new Blob([bytes]));
    },
    async finish() {
      return new Blob(pieces);
    },
    async discard() {
      pieces = [];
    },
  };
}
