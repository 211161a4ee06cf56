import { unzipSync } from 'fflate';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FULL_WIDTHS, internetTensors, NARROW_WIDTHS } from './checkpoint/internet-tensors.ts';
import { valueCount } from './checkpoint/random-values.ts';
import { hasGolden, readSharedJson } from './golden.ts';
import { makeCheckpoint, type CheckpointOptions } from './make-checkpoint.ts';

const LAYOUTS = ['official', 'mmpose1x'] as const;

describe.skipIf(!hasGolden)('full size (needs ../shared/golden)', () => {
  test.each(LAYOUTS)('%s has the keys and shapes of the real file', (layout) => {
    const tensors = internetTensors(layout, FULL_WIDTHS);
    expect(tensors.map(({ key, shape, dtype }) => [key, shape, dtype])).toEqual(
      readSharedJson(`golden/internet_${layout}_full_keys.json`),
    );
  });
});

test.each(LAYOUTS)('%s has 366 tensors and 47,305,474 parameters', (layout) => {
  const tensors = internetTensors(layout, FULL_WIDTHS);
  expect(tensors).toHaveLength(366);
  const trained = tensors.filter((tensor) => tensor.trained).map(valueCount);
  expect(trained.reduce((sum, count) => sum + count)).toBe(47_305_474);
});

describe('makeCheckpoint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handstream-checkpoint-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function make(options: Partial<CheckpointOptions>): Buffer {
    const path = join(folder, 'snapshot_20.pth.tar');
    makeCheckpoint(path, {
      layout: 'official',
      format: 'zip',
      optimizer: false,
      seed: 1,
      widths: NARROW_WIDTHS,
      ...options,
    });
    return readFileSync(path);
  }

  test('the same seed gives the same file, another seed others', () => {
    expect(make({}).equals(make({}))).toBe(true);
    expect(make({ seed: 2 }).equals(make({}))).toBe(false);
  });

  test('a zip as torch writes it: stored, and data aligned to 64 bytes', () => {
    const file = make({});
    const entries = unzipSync(file);
    expect(Object.keys(entries)).toHaveLength(3 + 366);
    expect(Buffer.from(entries['snapshot_20.pth/version']!).toString()).toBe('3\n');
    for (const [name, data] of Object.entries(entries)) {
      const header = file.indexOf(name) - 30;
      const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
      expect(start % 64).toBe(0);
      expect(file.subarray(start, start + data.length).equals(data)).toBe(true);
    }
  });

  test('both formats hold the same weights', () => {
    const legacy = make({ format: 'legacy' });
    const entries = unzipSync(make({ optimizer: true }));
    for (let i = 0; i < 366; i++) {
      const data = Buffer.from(entries[`snapshot_20.pth/data/${i}`]!);
      expect(legacy.includes(data)).toBe(true);
    }
  });

  test('the optimizer holds two averages of each trained tensor', () => {
    const trained = internetTensors('official', NARROW_WIDTHS).filter((tensor) => tensor.trained);
    const names = Object.keys(unzipSync(make({ optimizer: true })));
    expect(names.filter((name) => name.includes('/data/'))).toHaveLength(366 + 2 * trained.length);
  });
});
