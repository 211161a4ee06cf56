import type { Affine } from './crop-affine.ts';
import { warpTerms } from './warp-terms.ts';

/** A picture with 8-bit interleaved channels, rows from the top. */
export interface Picture8 {
  /** height · width · channels values. */
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/**
 * Cuts a `size` x `size` crop out of a picture; [size · size · channels] floats, 0..255, not rounded.
 * Bilinear, black outside the picture; bit for bit cv2.warpAffine of OpenCV 4.6 on float pixels
 * (InterHand2.6M's crop).
 * @param forward picture px to crop px (cropAffine)
 */
export function warpAffine(picture: Picture8, forward: Affine, size: number): Float32Array {
  const crop = new Float32Array(size * size * picture.channels);
  // The sum is an integer below 2^18: dividing by 1024 is exact in float32.
  warp(picture, forward, size, (index, sum) => (crop[index] = sum / 1024));
  return crop;
}

/** As warpAffine, rounded to 8 bits as cv2.warpAffine does on 8-bit pixels (MMPose's crop). */
export function warpAffine8(picture: Picture8, forward: Affine, size: number): Uint8Array {
  const crop = new Uint8Array(size * size * picture.channels);
  // OpenCV's weights are 32 times ours: (32·sum + 2^14) >> 15.
  warp(picture, forward, size, (index, sum) => (crop[index] = (sum + 512) >> 10));
  return crop;
}

/** Calls `write` with each crop value's index and its four taps' sum, weights adding up to 1024. */
function warp(
  { data, width, height, channels }: Picture8,
  forward: Affine,
  size: number,
  write: (index: number, sum: number) => void,
): void {
  const { columnX, columnY, rowX, rowY } = warpTerms(forward, size);
  const stride = width * channels;
  let index = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const px = (rowX[y]! + columnX[x]!) >> 5;
      const py = (rowY[y]! + columnY[x]!) >> 5;
      const [left, top] = [px >> 5, py >> 5];
      const [fx, fy] = [px & 31, py & 31];
      // A tap outside the picture weighs nothing: the border is black.
      const wl = left >= 0 && left < width ? 32 - fx : 0;
      const wr = left >= -1 && left < width - 1 ? fx : 0;
      const wt = top >= 0 && top < height ? 32 - fy : 0;
      const wb = top >= -1 && top < height - 1 ? fy : 0;
      const at = top * stride + left * channels;
      for (let c = at; c < at + channels; c++) {
        const upper = wt && wt * (wl && wl * data[c]!) + wt * (wr && wr * data[c + channels]!);
        const below = c + stride;
        const lower =
          wb && wb * (wl && wl * data[below]!) + wb * (wr && wr * data[below + channels]!);
        write(index++, upper + lower);
      }
    }
  }
}
