import { boxCentre, type BoundingBox } from './bounding-box.ts';
import type { Vec2 } from './vectors.ts';

/** A 2x3 affine map, row by row: x' = a·x + b·y + c, y' = d·x + e·y + f. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Both ways between the picture and a crop of it; pixel i lies at coordinate i in both. */
export interface CropAffine {
  /** Picture px to crop px. */
  readonly forward: Affine;
  /** Crop px to picture px. */
  readonly inverse: Affine;
}

export interface CropAffineOptions {
  /** Turns the crop's axes this far in the picture, from x (right) towards y (down). */
  readonly rotationDegrees?: number;
  /** Grows what the crop sees, about the box's centre. */
  readonly scale?: number;
}

/**
 * The crop of `size` x `size` px that shows `box` (centre on (size/2, size/2)).
 * Crop (u, v) shows the picture at c + scale · R · ((u - size/2)·width/size, (v - size/2)·height/size):
 * InterHand2.6M's gen_trans_from_patch_cv, in double precision.
 * @throws RangeError when the box or the scale is empty, for then nothing leads back
 */
export function cropAffine(
  box: BoundingBox,
  size: number,
  { rotationDegrees = 0, scale = 1 }: CropAffineOptions = {},
): CropAffine {
  const [cx, cy] = boxCentre(box);
  const angle = (rotationDegrees * Math.PI) / 180;
  const kx = (scale * box.width) / size;
  const ky = (scale * box.height) / size;
  const [a, b] = [Math.cos(angle) * kx, -Math.sin(angle) * ky];
  const [d, e] = [Math.sin(angle) * kx, Math.cos(angle) * ky];
  const half = size / 2;
  const inverse: Affine = [a, b, cx - (a + b) * half, d, e, cy - (d + e) * half];
  return { forward: invertAffine(inverse), inverse };
}

/**
 * The map that undoes `m`, with the operations in the order OpenCV 4.6's warpAffine has them, so
 * that it gives the same bits.
 * @throws RangeError when nothing undoes it
 */
export function invertAffine(m: Affine): Affine {
  const determinant = m[0] * m[4] - m[1] * m[3];
  if (!(Math.abs(determinant) > 0)) throw new RangeError('This affine map has no inverse');
  const scale = 1 / determinant;
  const [a, b, d, e] = [m[4] * scale, m[1] * -scale, m[3] * -scale, m[0] * scale];
  return [a, b, -a * m[2] - b * m[5], d, e, -d * m[2] - e * m[5]];
}

/** Where `m` puts a point. */
export function transformPoint(m: Affine, [x, y]: Vec2): Vec2 {
  return [m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y + m[5]];
}

/** Where `m` puts each point. */
export function transformPoints(m: Affine, points: readonly Vec2[]): Vec2[] {
  return points.map((point) => transformPoint(m, point));
}
