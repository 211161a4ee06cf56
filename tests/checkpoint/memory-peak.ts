/**
 * Preloaded before a command (node --import), it writes the most memory the command's JavaScript
 * held, in bytes, to the file $MEMORY_PEAK_FILE. That is the heap and what hangs on it outside, all
 * ArrayBuffers included (Node counts them in `external`); not the resident size, which also holds
 * Node itself, tsx's compiler and pages of the files that the system keeps at its own will.
 *
 * Looked at around each read and write of a file, when a tensor is in memory, and every few
 * milliseconds between.
 */
import { writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

let peakBytes = 0;

function look(): void {
  const { heapUsed, external } = process.memoryUsage();
  peakBytes = Math.max(peakBytes, heapUsed + external);
}

const self = await open(fileURLToPath(import.meta.url));
const prototype = Object.getPrototypeOf(self) as FileHandle;
await self.close();

for (const name of ['read', 'write', 'appendFile'] as const) {
  const original = prototype[name] as (...args: unknown[]) => Promise<unknown>;
  Object.defineProperty(prototype, name, {
    async value(this: FileHandle, ...args: unknown[]) {
      look();
      const result = await original.apply(this, args);
      look();
      return result;
    },
  });
}

setInterval(look, 5).unref();
process.on('exit', () => writeFileSync(process.env['MEMORY_PEAK_FILE']!, String(peakBytes)));
