import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { convertCheckpoint } from '../src/models/convert-checkpoint.ts';
import type { Widths } from '../tests/checkpoint/internet-tensors.ts';
import { hasGolden, sharedPath } from '../tests/golden.ts';
import { makeCheckpoint } from '../tests/make-checkpoint.ts';
import { memorySource, MemorySink } from '../tests/memory-file.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'handstream-convert-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @param onStart called with the process, to stop it */
async function convert(
  args: readonly string[],
  onStart: (process: { kill(signal: 'SIGINT'): void }) => Promise<void> = async () => {},
) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/convert.ts', ...args], {
    cwd: ROOT,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  await onStart(child);
  return { status: await closed, stdout, stderr };
}

/** A checkpoint with random weights. */
function checkpoint(name: string, widths: Partial<Widths> = {}): string {
  const path = join(folder, name);
  const small = {
    stem: 4,
    planes: [2, 3, 4, 5],
    deconvs: [6, 5, 4],
    rootHidden: 7,
    handHidden: 8,
  } as const;
  const options = { layout: 'official', format: 'zip', optimizer: false, seed: 1 } as const;
  makeCheckpoint(path, { ...options, widths: { ...small, ...widths } });
  return path;
}

// Every test starts Node, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('npm run convert', () => {
  test('writes the ONNX file and says what it is', async () => {
    const out = join(folder, 'whole.onnx');
    const { status, stdout, stderr } = await convert([checkpoint('a.pth.tar'), '--out', out]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const sha256 = createHash('sha256').update(readFileSync(out)).digest('hex');
    const { parameters, ...report } = JSON.parse(stdout.trimEnd().split('\n').at(-1)!);
    expect(report).toEqual({
      variant: 'official',
      inputSize: 256,
      heatmapSize: [64, 64, 64],
      sha256,
      out,
    });
    expect(parameters).toBeGreaterThan(1000);
  });

  test('takes --fp16 and --left-first', async () => {
    const source = checkpoint('b.pth.tar');
    const out = join(folder, 'half.onnx');
    const { status } = await convert([source, '--out', out, '--fp16', '--left-first']);
    expect(status).toBe(0);
    const made = new MemorySink();
    const bytes = new Uint8Array(readFileSync(source));
    const options = { half: true, leftFirst: true };
    await convertCheckpoint(memorySource(bytes, 'b.pth.tar'), made, options);
    expect(readFileSync(out).equals(made.bytes)).toBe(true);
  });

  test('Ctrl-C leaves nothing behind', async () => {
    const widths = { planes: [32, 64, 128, 256], deconvs: [128, 128, 128] } as const;
    const source = checkpoint('large.pth', widths);
    const out = join(folder, 'stopped.onnx');
    const { status, stdout, stderr } = await convert([source, '--out', out], async (child) => {
      while (!existsSync(`${out}.part`)) await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill('SIGINT');
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe('stopped by SIGINT\n');
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  test.each([
    ['no such file', () => ['nowhere.pth'], 'nowhere.pth: no such file'],
    ['an unknown flag', () => ['x.pth', '--fp8'], 'usage: npm run convert'],
    [
      'a text',
      () => {
        writeFileSync(join(folder, 'text.pth'), 'no checkpoint at all, only a text\n'.repeat(10));
        return [join(folder, 'text.pth'), '--out', join(folder, 'text.onnx')];
      },
      'text.pth is not a PyTorch checkpoint',
    ],
  ])('%s: one line and status 1', async (_, args, reason) => {
    const { status, stdout, stderr } = await convert(args());
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(reason);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('text.onnx'))).toEqual([]);
  });
});

test.skipIf(!hasGolden)('converts a golden checkpoint (needs ../shared/golden)', async () => {
  const checkpoint = sharedPath('golden/internet_mmpose0x_small_zip.pth');
  const { status, stdout } = await convert([checkpoint, '--out', join(folder, 'golden.onnx')]);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ variant: 'mmpose', parameters: 252_764 });
});
