import { describe, expect, it } from 'vitest';
import { hasGolden, readGolden } from '../../tests/golden.ts';
import type { Affine } from './crop-affine.ts';
import { warpAffine, warpAffine8, type Picture8 } from './warp-affine.ts';

const SIZE = 256;

interface PrepCase {
  do_flip: boolean;
  scale: number;
  rot_deg: number;
  affine_fwd_2x3: [[number, number, number], [number, number, number]];
}

describe.skipIf(!hasGolden)('warpAffine, bit for bit (needs ../shared/golden)', () => {
  const golden = hasGolden ? readGolden<{ cases: PrepCase[] }>('prep_synthetic') : null;
  const cases = (golden?.meta.cases ?? []).map((c, i) => [i, c] as const);

  function picture(flip: boolean): Picture8 {
    const { data, shape } = golden!.tensor('image_u8_hwc_rgb');
    const [height = 0, width = 0, channels = 0] = shape;
    const pixels = Uint8Array.from(data);
    if (flip) {
      for (let i = 0; i < pixels.length; i++) {
        const x = Math.floor(i / channels) % width;
        pixels[i] = data[i + (width - 1 - 2 * x) * channels]!;
      }
    }
    return { data: pixels, width, height, channels };
  }

  function affineOf({ affine_fwd_2x3: [[a, b, c], [d, e, f]] }: PrepCase): Affine {
    return [a, b, c, d, e, f];
  }

  /** Every n-th row and column. */
  function subsample(crop: Float32Array, step: number): Float32Array {
    return crop.filter((_, i) => {
      const pixel = Math.floor(i / 3);
      return (pixel % SIZE) % step === 0 && Math.floor(pixel / SIZE) % step === 0;
    });
  }

  it.each(cases)('official float crop, case %i', (i, c) => {
    const name = `case${i}/official_crop_f32`;
    const crop = warpAffine(picture(c.do_flip), affineOf(c), SIZE);
    const [actual, expected] =
      i < 2
        ? [crop, golden!.tensor(name).data]
        : [subsample(crop, 4), golden!.tensor(`${name}_every4th`).data];
    expect(actual.length).toBe(expected.length);
    expect(actual.findIndex((value, k) => value !== expected[k])).toBe(-1);
    expect(actual.some((value) => value > 0)).toBe(true);
  });
});

describe('warpAffine', () => {
  const identity: Affine = [1, 0, 0, 0, 1, 0];
  const gray: Picture8 = {
    data: Uint8Array.from([10, 20, 30, 40, 50, 60, 70, 80, 90]),
    width: 3,
    height: 3,
    channels: 1,
  };

  it('copies under the identity, black beyond the picture', () => {
    expect([...warpAffine(gray, identity, 4)]).toEqual([
      10, 20, 30, 0, 40, 50, 60, 0, 70, 80, 90, 0, 0, 0, 0, 0,
    ]);
  });

  it('blends neighbours, and with black across every edge', () => {
    // Crop (0, 0) shows the picture at (-0.5, -0.5).
    const shifted = warpAffine(gray, [1, 0, 0.5, 0, 1, 0.5], 4);
    expect(shifted[0]).toBe(2.5);
    expect(shifted[5]).toBe(30);
    expect(shifted[15]).toBe(22.5);
    expect(shifted[3]).toBe(7.5);
    expect(warpAffine8(gray, [1, 0, 0.5, 0, 1, 0.5], 4)[0]).toBe(3);
  });

  it('leaves its input as it was', () => {
    const before = [...gray.data];
    warpAffine(gray, [2, 0, 0, 0, 2, 0], 4);
    expect([...gray.data]).toEqual(before);
  });
});
