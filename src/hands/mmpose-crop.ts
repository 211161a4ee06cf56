import { boxCentre, type BoundingBox } from './bounding-box.ts';
import type { Affine } from './crop-affine.ts';
import type { Cut } from './crop-tensor.ts';
import type { Vec2 } from './vectors.ts';
import { warpAffine8 } from './warp-affine.ts';

/** MMPose's crop, rounded to 8 bits (internet-spec.md A2, input). */
export const mmposeCut: Cut = (picture, box, size) =>
  warpAffine8(picture, mmposeWarp(box, size), size);

/**
 * MMPose's picture-to-crop map for a square box: that of cropAffine, but for the last bits, which
 * decide where a crop's value rounds to. As there (get_warp_matrix), three corners are rounded to
 * float32 and cv2.getAffineTransform solves for the map that takes them to the crop's.
 * @param size side of the crop, px
 */
export function mmposeWarp(box: BoundingBox, size: number): Affine {
  const centre = boxCentre(box);
  const x = Math.fround(centre[0]);
  const y = Math.fround(centre[1]);
  const left = Math.fround(x - box.width / 2);
  const reach = Math.fround(x - left);
  const from: readonly Vec2[] = [
    [x, y],
    [left, y],
    [left, Math.fround(y + reach)],
  ];
  const to: readonly Vec2[] = [
    [size / 2, size / 2],
    [0, size / 2],
    [0, size],
  ];
  const rows = from.flatMap(([x, y], i) => [
    [x, y, 1, 0, 0, 0, to[i]![0]],
    [0, 0, 0, x, y, 1, to[i]![1]],
  ]);
  const [a, b, c, d, e, f] = solve(rows);
  return [a!, b!, c!, d!, e!, f!];
}

/**
 * Solves n equations for n unknowns, with the operations in the order OpenCV's LU decomposition has
 * them, so that it gives the same bits.
 * @param rows n coefficients and the right side; changed
 */
function solve(rows: number[][]): number[] {
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    const rest = rows.slice(i).map((row) => Math.abs(row[i]!));
    const pivot = i + rest.indexOf(Math.max(...rest));
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    const factor = -1 / rows[i]![i]!;
    for (const row of rows.slice(i + 1)) {
      const alpha = row[i]! * factor;
      for (let k = i + 1; k <= n; k++) row[k]! += alpha * rows[i]![k]!;
    }
  }
  const solution: number[] = [];
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i]![n]!;
    for (let k = i + 1; k < n; k++) sum -= rows[i]![k]! * solution[k]!;
    solution[i] = sum / rows[i]![i]!;
  }
  return solution;
}
