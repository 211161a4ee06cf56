import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { makeCheckpoint } from './make-checkpoint.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MEMORY_PEAK = new URL('checkpoint/memory-peak.ts', import.meta.url).href;
const run = promisify(execFile);

/** What the issue allows a conversion: memory of JavaScript, and time (a watchdog; it takes a fraction). */
const MAX_BYTES = 600e6;
const MAX_MS = 60_000;

const CASES = [
  { format: 'zip', optimizer: false },
  { format: 'zip', optimizer: true },
  { format: 'legacy', optimizer: false },
  { format: 'legacy', optimizer: true },
] as const;

describe('a checkpoint of the real size', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handstream-full-width-'));
  const checkpoint = join(folder, 'snapshot_20.pth.tar');
  const out = join(folder, 'snapshot_20.onnx');
  const networks: string[] = [];
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(CASES)(
    '$format, optimizer $optimizer: converts within 60 s and 600 MB',
    async ({ format, optimizer }) => {
      makeCheckpoint(checkpoint, { layout: 'official', format, optimizer, seed: 1 });
      const start = performance.now();
      const { stdout } = await convert();
      const seconds = (performance.now() - start) / 1000;
      const peakBytes = Number(readFileSync(join(folder, 'peak'), 'utf8'));
      const figures = `${seconds.toFixed(1)} s, ${(peakBytes / 1e6).toFixed(0)} MB`;
      process.stderr.write(`${format}, optimizer ${optimizer}: ${figures}\n`);

      expect(peakBytes).toBeGreaterThan(1e6);
      expect(peakBytes).toBeLessThan(MAX_BYTES);
      const onnx = readFileSync(out);
      expect(JSON.parse(stdout.trimEnd().split('\n').at(-1)!)).toEqual({
        variant: 'official',
        parameters: 47_305_474,
        inputSize: 256,
        heatmapSize: [64, 64, 64],
        sha256: sha256(onnx),
        out,
      });
      networks.push(sha256(withoutSource(onnx)));
    },
    2 * MAX_MS,
  );

  test('gives the same network, whatever its format and with or without optimizer', () => {
    expect(networks).toHaveLength(CASES.length);
    expect(new Set(networks).size).toBe(1);
  });

  function convert() {
    const env = { ...process.env, MEMORY_PEAK_FILE: join(folder, 'peak') };
    const command = ['--import', 'tsx', '--import', MEMORY_PEAK, 'cli/convert.ts'];
    const options = { cwd: ROOT, env, timeout: MAX_MS };
    return run(process.execPath, [...command, checkpoint, '--out', out], options);
  }

  /** The metadata names the checkpoint's own hash, which differs. */
  function withoutSource(onnx: Buffer): Buffer {
    const hash = sha256(readFileSync(checkpoint));
    const at = onnx.indexOf(hash);
    expect(at).toBeGreaterThan(0);
    return onnx.fill(0, at, at + hash.length);
  }
});

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
