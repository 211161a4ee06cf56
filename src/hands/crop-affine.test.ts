import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasGolden, readGolden } from '../../tests/golden.ts';
import { squareBox } from './bounding-box.ts';
import { cropAffine, transformPoint, transformPoints } from './crop-affine.ts';
import type { Vec2 } from './vectors.ts';

interface PrepCase {
  bbox_in_xywh: [number, number, number, number];
  processed_bbox_xywh: [number, number, number, number];
  do_flip: boolean;
  scale: number;
  rot_deg: number;
  affine_fwd_2x3: [number[], number[]];
  affine_inv_2x3: [number[], number[]];
  mmpose_warp_2x3_same_center_scale_rot?: [number[], number[]];
}

const IMAGE_WIDTH = 300;

/** NaN, which is below no bound, where one list is longer. */
function largestDifference(a: readonly number[], b: readonly number[]): number {
  return a.length === b.length ? Math.max(...a.map((v, i) => Math.abs(v - b[i]!))) : Number.NaN;
}

describe.skipIf(!hasGolden)('cropAffine on golden crops (needs ../shared/golden)', () => {
  const cases = hasGolden ? readGolden<{ cases: PrepCase[] }>('prep_synthetic').meta.cases : [];

  it.each(cases.map((c, i) => [i, c] as const))('case %i', (_, c) => {
    const [x, y, width, height] = c.bbox_in_xywh;
    const square = squareBox({ x, y, width, height });
    // A flipped picture shows the box's centre at W - 1 - centre.
    const box = c.do_flip ? { ...square, x: IMAGE_WIDTH - 1 - square.x - square.width } : square;
    const options = { rotationDegrees: c.rot_deg, scale: c.scale };
    const { forward, inverse } = cropAffine(box, 256, options);
    expect(largestDifference(forward, c.affine_fwd_2x3.flat())).toBeLessThan(3e-5);
    expect(largestDifference(inverse, c.affine_inv_2x3.flat())).toBeLessThan(3e-5);
  });

  const turned = cases.filter((c) => c.mmpose_warp_2x3_same_center_scale_rot);
  it.each(turned)('MMPose warp turned by $rot_deg degrees', (c) => {
    const [x, y, width, height] = c.bbox_in_xywh;
    const options = { rotationDegrees: c.rot_deg, scale: c.scale };
    const { forward } = cropAffine(squareBox({ x, y, width, height }), 256, options);
    const expected = c.mmpose_warp_2x3_same_center_scale_rot!.flat();
    expect(largestDifference(forward, expected)).toBeLessThan(3e-5);
  });
});

describe('cropAffine', () => {
  it('puts the middle of the box in the middle of the crop and its edges on the edges', () => {
    const { forward } = cropAffine({ x: 100, y: 50, width: 64, height: 64 }, 128);
    const points: Vec2[] = [
      [132, 82],
      [100, 50],
      [164, 50],
    ];
    expect(transformPoints(forward, points)).toEqual([
      [64, 64],
      [0, 0],
      [128, 0],
    ]);
  });

  it('turns from right towards down', () => {
    const box = { x: 0, y: 0, width: 256, height: 256 };
    const { inverse } = cropAffine(box, 256, { rotationDegrees: 90 });
    expect(largestDifference(transformPoint(inverse, [228, 128]), [128, 228])).toBeLessThan(1e-10);
  });

  it('leads there and back', () => {
    const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });
    const side = fc.double({ min: 8, max: 2000, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ x: coordinate, y: coordinate, width: side, height: side }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        fc.tuple(coordinate, coordinate),
        (box, rotationDegrees, scale, point) => {
          const { forward, inverse } = cropAffine(box, 256, { rotationDegrees, scale });
          expect(
            largestDifference(transformPoint(inverse, transformPoint(forward, point)), point),
          ).toBeLessThan(1e-7);
        },
      ),
    );
  });

  it('refuses an empty box', () => {
    expect(() => cropAffine({ x: 1, y: 1, width: 0, height: 0 }, 256)).toThrow(RangeError);
  });
});
