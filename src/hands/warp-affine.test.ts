import { describe, expect, it } from 'vitest';
import { hasGolden, readGolden } from '../../tests/golden.ts';
import { squareBox } from './bounding-box.ts';
import { cropAffine, type Affine } from './crop-affine.ts';
import { warpAffine, warpAffine8, type Picture8 } from './warp-affine.ts';

const SIZE = 256;

interface PrepCase {
  bbox_in_xywh: [number, number, number, number];
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

  function mmposeCrops(i: number, nudges: readonly (readonly [number, number])[]) {
    const [x, y, width, height] = golden!.meta.cases[i]!.bbox_in_xywh;
    const { forward } = cropAffine(squareBox({ x, y, width, height }), SIZE);
    const [a, b, c, d, e, f] = forward;
    const crops = nudges.map(([p, q]) =>
      warpAffine8(picture(false), [a * (1 + p), b, c, d, e * (1 + q), f], SIZE),
    );
    return { crops, expected: golden!.tensor(`case${i}/mmpose_crop_u8_rgb`).data };
  }

  it('MMPose 8-bit crop, from our own affine, case 0', () => {
    const { crops, expected } = mmposeCrops(0, [[0, 0]]);
    expect(crops[0]!.length).toBe(expected.length);
    expect(crops[0]!.findIndex((value, k) => value !== expected[k])).toBe(-1);
  });

  // Its step is 1002.5/1024 px: half of all coordinates are ties that the last bit of MMPose's
  // matrix decides, which the golden data does not hold. So each tie may fall either way.
  it('MMPose 8-bit crop, from our own affine, case 1', () => {
    const bit = 1e-14;
    const { crops, expected } = mmposeCrops(1, [
      [bit, bit],
      [bit, -bit],
      [-bit, bit],
      [-bit, -bit],
    ]);
    expect(crops[0]!.length).toBe(expected.length);
    const wrong = [...expected].findIndex((value, k) => crops.every((crop) => crop[k] !== value));
    expect(wrong).toBe(-1);
    // And ties are all that it leaves open.
    const open = crops[0]!.filter((value, k) => crops.some((crop) => crop[k] !== value));
    expect(open.length / expected.length).toBeLessThan(0.01);
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
