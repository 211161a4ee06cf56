import { describe, expect, test } from 'vitest';
import { hasGolden, readGolden, readSharedJson } from '../../tests/golden.ts';
import { squareBox } from './bounding-box.ts';
import { cropAffine } from './crop-affine.ts';
import { mmposeCut, mmposeWarp } from './mmpose-crop.ts';

interface PrepReal {
  cases: {
    file: string;
    mmpose: { bbox_center: [number, number]; input_scale: [number, number]; warp_2x3: number[][] };
  }[];
}

describe.skipIf(!hasGolden)('mmposeWarp, bit for bit (needs ../shared/golden)', () => {
  const real = hasGolden ? readSharedJson<PrepReal>('golden/prep_real_images.json').cases : [];

  test.each(real)('$file', ({ mmpose }) => {
    const [x, y] = mmpose.bbox_center;
    const [side] = mmpose.input_scale;
    const box = { x: x - side / 2, y: y - side / 2, width: side, height: side };
    expect(mmposeWarp(box, 256)).toEqual(mmpose.warp_2x3.flat());
  });

  test.each([0, 1])('the crop of synthetic case %i', (i) => {
    interface Meta {
      cases: { bbox_in_xywh: [number, number, number, number] }[];
    }
    const { meta, tensor } = readGolden<Meta>('prep_synthetic');
    const [x, y, width, height] = meta.cases[i]!.bbox_in_xywh;
    const { data, shape } = tensor('image_u8_hwc_rgb');
    const picture = {
      data: data as Uint8Array,
      height: shape[0]!,
      width: shape[1]!,
      channels: shape[2]!,
    };
    const expected = tensor(`case${i}/mmpose_crop_u8_rgb`).data;
    const crop = mmposeCut(picture, squareBox({ x, y, width, height }), 256);
    expect(crop.length).toBe(expected.length);
    expect(crop.findIndex((value, k) => value !== expected[k])).toBe(-1);
  });
});

test('differs from cropAffine by rounding alone', () => {
  const box = squareBox({ x: 13.7, y: -20.3, width: 151.9, height: 97.1 });
  const { forward } = cropAffine(box, 256);
  mmposeWarp(box, 256).forEach((value, i) => expect(value).toBeCloseTo(forward[i]!, 3));
});
