import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { maxDifference } from '../../tests/max-difference.ts';
import { memorySource } from '../../tests/memory-file.ts';
import { runOnnx, type FloatTensor } from '../../tests/run-onnx.ts';
import {
  hasShippedLite,
  readLiteCheck,
  SHIPPED_LITE,
  type LiteSample,
} from '../../tests/shipped-lite.ts';
import { readInternetParts } from './read-internet-parts.ts';

const SIZE = 192;
const PRIOR_SIZE = 24;
const PRIOR_SIGMA = 1.5;
const LARGEST_BYTES = 12e6;

/** As `picture` of training/lite/export_check.py. */
function picture(seed: number): FloatTensor {
  const data = new Float32Array(3 * SIZE * SIZE);
  let at = 0;
  for (let c = 0; c < 3; c++) {
    for (let y = 0; y < SIZE; y++) {
      for (let x = 0; x < SIZE; x++) {
        const steps = Math.floor((x * x * (1 + c) + y * y * seed + x * y * (2 - c)) / 64);
        data[at++] = ((steps + 40 * c) % 256) / 255;
      }
    }
  }
  return { data, dims: [1, 3, SIZE, SIZE] };
}

/** As `to_prior` of training/lite/prior.py; all joints of a guess are known. */
function prior(guess: LiteSample['guess']): Record<string, FloatTensor> {
  const maps = new Float32Array(42 * PRIOR_SIZE * PRIOR_SIZE);
  const depths = new Float32Array(42 * 2);
  guess?.joints.forEach(([x, y, z], joint) => {
    const cell = (px: number) => ((px + 0.5) * PRIOR_SIZE) / SIZE - 0.5;
    for (let row = 0; row < PRIOR_SIZE; row++) {
      for (let column = 0; column < PRIOR_SIZE; column++) {
        const squared = (column - cell(x)) ** 2 + (row - cell(y)) ** 2;
        maps[(joint * PRIOR_SIZE + row) * PRIOR_SIZE + column] = Math.exp(
          -squared / (2 * PRIOR_SIGMA ** 2),
        );
      }
    }
    depths.set([z, 1], 2 * joint);
  });
  const relative = guess ? [guess.relative_depth, 1] : [0, 0];
  return {
    prior: { data: maps, dims: [1, 42, PRIOR_SIZE, PRIOR_SIZE] },
    prior_depth: { data: depths, dims: [1, 42, 2] },
    prior_relative_depth: { data: new Float32Array(relative), dims: [1, 2] },
  };
}

describe.skipIf(!hasShippedLite)('InterNet-Lite as shipped (needs public/models)', () => {
  const bytes = hasShippedLite ? new Uint8Array(readFileSync(SHIPPED_LITE)) : new Uint8Array();
  const parts = () => readInternetParts(memorySource(bytes, 'lite'), { precision: 'fp32' });

  test('it is small, keeps the contract and may be used freely', async () => {
    expect(bytes.length).toBeLessThanOrEqual(LARGEST_BYTES);
    expect((await parts()).contract).toMatchObject({
      variant: 'lite',
      inputSize: SIZE,
      heatmapSize: null,
      jointOrder: 'interhand',
      prior: { size: PRIOR_SIZE, sigma: PRIOR_SIGMA },
      precision: 'fp32',
      licence: 'Apache-2.0',
    });
  });

  test('the check is of this very file', () => {
    expect(readLiteCheck().sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test.each([
    ['without a prior', 0],
    ['with a prior', 1],
  ])('%s, ONNX Runtime Web answers as PyTorch does', async (_, sample) => {
    const { seed, guess, ...expected } = readLiteCheck().samples[sample]!;
    expect(guess === null).toBe(sample === 0);
    const found = await runOnnx((await parts()).trunk, { image: picture(seed), ...prior(guess) });
    const off = Object.entries(expected).map(([name, values]) => ({
      name,
      by: maxDifference(found[name]!.data, values),
    }));
    // px, mm and probabilities alike.
    expect(off.filter(({ by }) => !(by < 1e-3))).toEqual([]);
    expect(off.map(({ name }) => name)).toHaveLength(4);
  });
});
