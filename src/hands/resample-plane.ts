import type { AxisTaps } from './axis-taps.ts';

/** One channel of a picture with 8 bits a sample, where it lies among others. */
export interface Plane {
  readonly data: Uint8Array | Uint8ClampedArray;
  /** Of its first sample, in bytes. */
  readonly offset: number;
  /** From one row to the next, in bytes. */
  readonly stride: number;
  /** From one sample to the next, in bytes. */
  readonly step: number;
}

/**
 * Writes a plane's crop, 0..255, rows from the top: first along the rows that are needed, then
 * along the columns.
 * @param into [rows · columns], by the taps' pixels
 */
export function resamplePlane(
  { data, offset, stride, step }: Plane,
  columns: AxisTaps,
  rows: AxisTaps,
  into: Float32Array,
): void {
  const { first: lefts, weights: across, width: tapsAcross } = columns;
  const { first: tops, weights: down, width: tapsDown } = rows;
  const [width, height] = [lefts.length, tops.length];
  const top = tops[0]!;
  const bottom = tops[height - 1]! + tapsDown;
  const narrowed = new Float32Array((bottom - top) * width);
  for (let row = top, at = 0; row < bottom; row++) {
    const line = offset + row * stride;
    for (let x = 0, w = 0; x < width; x++) {
      let sum = 0;
      let sample = line + lefts[x]! * step;
      for (const end = w + tapsAcross; w < end; w++, sample += step) {
        sum += across[w]! * data[sample]!;
      }
      narrowed[at++] = sum;
    }
  }
  into.fill(0);
  for (let y = 0; y < height; y++) {
    const to = y * width;
    const line = (tops[y]! - top) * width;
    for (let tap = 0; tap < tapsDown; tap++) {
      const weight = down[y * tapsDown + tap]!;
      const from = line + tap * width;
      for (let x = 0; x < width; x++) into[to + x] = into[to + x]! + weight * narrowed[from + x]!;
    }
  }
}
