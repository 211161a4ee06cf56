import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  convertGolden,
  GOLDEN_CHECKPOINTS,
  peaksOf,
  runOnGolden,
} from '../../../tests/golden-internet.ts';
import { hasGolden } from '../../../tests/golden.ts';
import { maxDifference } from '../../../tests/max-difference.ts';

// Networks run on one thread, beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Measured on the goldens: at most 0.33 (heatmaps have a deviation of 1.3), 0.0043, 0.53 mm, 2. */
const TOLERANCE = { heatmap: 0.4, handedness: 5e-3, relativeDepthMm: 0.6, movedPeaks: 2 };

describe.skipIf(!hasGolden)('half floats (needs ../shared/golden)', () => {
  // The picture of each that differs most; the CPU runs half floats slowly.
  describe.each([
    { ...GOLDEN_CHECKPOINTS[0], picture: 'lcg' },
    { ...GOLDEN_CHECKPOINTS[2], picture: 'blob' },
  ] as const)('$file', ({ file, variant, picture }) => {
    let single: Uint8Array<ArrayBuffer>;
    let half: Uint8Array<ArrayBuffer>;
    beforeAll(async () => {
      single = (await convertGolden(file)).onnx;
      half = (await convertGolden(file, { half: true })).onnx;
    });

    test('take half the space', () => {
      // The rest are names.
      expect(half.length).toBeLessThan(0.53 * single.length);
    });

    test(`give nearly the same for ${picture}`, async () => {
      const a = await runOnGolden(single, picture);
      const b = await runOnGolden(half, picture);
      const off = (name: string) => maxDifference(a[name]!.data, b[name]!.data);
      expect(off('heatmap')).toBeLessThan(TOLERANCE.heatmap);
      expect(off('handedness')).toBeLessThan(TOLERANCE.handedness);
      expect(off('relative_depth')).toBeLessThan(TOLERANCE.relativeDepthMm);
      const peaks = peaksOf(a['heatmap']!, variant).map(String);
      const moved = peaksOf(b['heatmap']!, variant).filter((peak, i) => String(peak) !== peaks[i]);
      expect(moved.length).toBeLessThanOrEqual(TOLERANCE.movedPeaks);
    });
  });
});
