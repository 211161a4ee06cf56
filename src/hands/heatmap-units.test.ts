import { describe, expect, test } from 'vitest';
import { hasGolden, readSharedJson } from '../../tests/golden.ts';
import { binToDepthMm, binToPixel, jointScore } from './heatmap-units.ts';

interface Decode3d {
  root_depth: {
    logits: number[];
    soft_argmax_bin: number;
    mm_official: number;
    mm_mmpose: number;
  }[];
  z_table_mm: Record<string, number[]>;
}

describe.skipIf(!hasGolden)('binToDepthMm (needs ../shared/golden)', () => {
  const golden = hasGolden ? readSharedJson<Decode3d>('golden/decode3d.json') : null;

  test('every bin of the z table', () => {
    const [table = []] = Object.values(golden!.z_table_mm);
    expect(table).toHaveLength(64);
    expect(table.map((_, bin) => binToDepthMm(bin, 64, 400))).toEqual(table);
  });

  test.each(golden?.root_depth ?? [])('the mean bin of root logits: $mm_official mm', (root) => {
    const highest = Math.max(...root.logits);
    const weights = root.logits.map((logit) => Math.exp(logit - highest));
    const total = weights.reduce((a, b) => a + b);
    const bin = weights.reduce((sum, weight, i) => sum + (i * weight) / total, 0);
    expect(bin).toBeCloseTo(root.soft_argmax_bin, 4);
    expect(binToDepthMm(bin, 64, 400)).toBeCloseTo(root.mm_official, 3);
    expect(binToDepthMm(bin, 64, 400)).toBeCloseTo(root.mm_mmpose, 3);
  });
});

describe('heatmap units', () => {
  test('bins become pixels of the crop, wherever the heatmap and the crop differ in size', () => {
    expect(binToPixel(63, 64, 256)).toBe(252);
    expect(binToPixel(7.25, 32, 128)).toBe(29);
  });

  test('a peak becomes a confidence between 0 and 1', () => {
    expect([-3, 0, 51, 255, 300].map(jointScore)).toEqual([0, 0, 0.2, 1, 1]);
  });
});
