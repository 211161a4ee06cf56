import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const READ_BACK = fileURLToPath(new URL('hour/read-back.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'handstream-hour-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What an hour may hold at most above what it began with; and a watchdog, it takes a fraction. */
const MAX_GROWTH_BYTES = 64e6;
const MAX_MS = 300_000;

test(
  'an hour of frames is written and read back within 64 MB of growth',
  async () => {
    const command = ['--expose-gc', '--import', 'tsx', READ_BACK, join(folder, 'hour.ndjson')];
    const { stdout } = await promisify(execFile)(process.execPath, command, { timeout: MAX_MS });
    const { growth, ...result } = JSON.parse(stdout) as { growth: number };
    process.stderr.write(`an hour of frames: ${(growth / 1e6).toFixed(1)} MB of growth\n`);
    expect(result).toEqual({ read: 108_000, changed: 0, truncated: false });
    expect(growth).toBeGreaterThan(0);
    expect(growth).toBeLessThan(MAX_GROWTH_BYTES);
  },
  MAX_MS,
);
