import { statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
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

/**
 * The absolute path of what `--out` names; refuses what cannot become a file, before hours of work
 * go into it.
 * @throws Error that says why
 */
export function writablePath(out: string): string {
  const path = resolve(out);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`--out ${path} is a folder`);
  }
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`--out ${path}: there is no folder ${dirname(path)}`);
  }
  return path;
}
