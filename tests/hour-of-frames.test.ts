import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const RECORD_AND_READ = fileURLToPath(new URL('hour/record-and-read.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'handstream-hour-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An hour at 30 frames a second. */
const FRAMES = 108_000;
/** What an hour may hold at most above what it began with; and a watchdog, it takes a fraction. */
const MAX_GROWTH_BYTES = 64e6;
const MAX_MS = 300_000;

test(
  'an hour of frames is recorded, looked through and replayed within 64 MB of growth',
  async () => {
    const path = join(folder, 'hour.ndjson');
    const command = ['--expose-gc', '--import', 'tsx', RECORD_AND_READ, path];
    const { stdout } = await promisify(execFile)(process.execPath, command, { timeout: MAX_MS });
    const { recorded, facts, replayed, looks, growth } = JSON.parse(stdout);
    process.stderr.write(
      `an hour of frames: ${(recorded.bytes / 1e6).toFixed(0)} MB, ` +
        `${(growth / 1e6).toFixed(1)} MB of growth in ${looks} looks\n`,
    );
    expect(recorded).toMatchObject({ frames: FRAMES, dropped: 0, end: null });
    expect(facts).toMatchObject({ frames: FRAMES, bytes: recorded.bytes });
    expect(replayed).toEqual({ read: FRAMES, changed: 0, truncated: false });
    expect(looks).toBeGreaterThan(100);
    expect(growth).toBeGreaterThan(0);
    expect(growth).toBeLessThan(MAX_GROWTH_BYTES);
  },
  MAX_MS,
);
