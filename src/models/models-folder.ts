import { openStorageFolder } from './storage-folder.ts';

/**
 * The folder that models are kept in.
 * @throws StorageFailure where this browser or window gives none that can be written
 */
export function openModelsFolder(): Promise<FileSystemDirectoryHandle> {
  return openStorageFolder('models');
}
