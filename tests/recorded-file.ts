import { vi } from 'vitest';
import { FakeVideoFrame } from './fake-frame.ts';

/** Lines as a file, as a user opens it. */
export function recordedFile(lines: readonly string[], name = 'hands.ndjson'): File {
  return new File([lines.map((line) => `${line}\n`).join('')], name);
}

/** Makes VideoFrame something that Node has; undone by vi.unstubAllGlobals. */
export function stubVideoFrame(): void {
  vi.stubGlobal(
    'VideoFrame',
    class extends FakeVideoFrame {
      constructor(_from: unknown, { timestamp }: { readonly timestamp: number }) {
        super(timestamp);
      }
    },
  );
}
