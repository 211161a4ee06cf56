import { invertAffine, type Affine } from './crop-affine.ts';

/**
 * Where a crop's pixels lie in the picture, in OpenCV's fixed point: crop pixel (x, y) shows picture
 * ((columnX[x] + rowX[y]) >> 5, (columnY[x] + rowY[y]) >> 5), in 1/32 px.
 */
export interface WarpTerms {
  readonly columnX: Int32Array;
  readonly columnY: Int32Array;
  readonly rowX: Int32Array;
  readonly rowY: Int32Array;
}

/** Coordinates are kept in 1/1024 px, then cut to 1/32 px: OpenCV's AB_BITS and INTER_BITS. */
const COORDINATE_SCALE = 1024;
const ROUNDING = COORDINATE_SCALE / 32 / 2;

/**
 * The terms of cv2.warpAffine (OpenCV 4.6), rounded as it rounds them.
 * @param forward picture px to crop px (cropAffine)
 * @param size the crop's side, px: each term has as many values
 */
export function warpTerms(forward: Affine, size: number): WarpTerms {
  const m = invertAffine(forward);
  const term = (at: (i: number) => number) =>
    Int32Array.from({ length: size }, (_, i) => roundHalfEven(at(i) * COORDINATE_SCALE));
  const rounded = (row: Int32Array) => row.map((value) => value + ROUNDING);
  return {
    columnX: term((x) => m[0] * x),
    columnY: term((x) => m[3] * x),
    rowX: rounded(term((y) => m[1] * y + m[2])),
    rowY: rounded(term((y) => m[4] * y + m[5])),
  };
}

/** To the nearest integer, halves to the even one, as the processor's rounding (OpenCV's cvRound). */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
