import { rename, rm } from 'node:fs/promises';
import type { ByteSink } from '../src/models/byte-source.ts';
import { openFileSink } from './file-byte-source.ts';

/**
 * Writes a file that is there only when it is whole: until `write` is done its bytes go to
 * `path.part`, which does not survive a failure.
 */
export async function writeWholeFile<T>(
  path: string,
  write: (sink: ByteSink) => Promise<T>,
): Promise<T> {
  const partial = `${path}.part`;
  try {
    const result = await writeTo(partial, write);
    await rename(partial, path);
    return result;
  } finally {
    await rm(partial, { force: true });
  }
}

async function writeTo<T>(path: string, write: (sink: ByteSink) => Promise<T>): Promise<T> {
  await using sink = await openFileSink(path);
  return await write(sink);
}
