import { StorageFailure } from './storage-failure.ts';

/**
 * A folder of the origin's private file system (OPFS); made where it is missing. In the page and in
 * its workers alike.
 * @throws StorageFailure where this browser or window gives none that can be written
 */
export async function openStorageFolder(
  name: 'models' | 'recordings',
): Promise<FileSystemDirectoryHandle> {
  if (!canWriteFiles()) throw new StorageFailure({ type: 'no-storage' });
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(name, { create: true });
  } catch (error) {
    throw new StorageFailure({ type: 'storage-forbidden', reason: String(error) });
  }
}

/** Safari before 26 has folders whose files a page cannot write; insecure pages have no storage. */
function canWriteFiles(): boolean {
  return (
    'storage' in navigator &&
    'getDirectory' in navigator.storage &&
    'locks' in navigator &&
    'createWritable' in FileSystemFileHandle.prototype
  );
}
