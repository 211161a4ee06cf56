import type { BoundingBox } from './bounding-box.ts';
import { cropAffine } from './crop-affine.ts';
import { warpAffine, type Picture8 } from './warp-affine.ts';

/** Cuts a square box out of a picture: [size · size · channels], 0..255, black outside the picture. */
export type Cut = (picture: Picture8, box: BoundingBox, size: number) => Float32Array | Uint8Array;

/** InterHand2.6M's crop, not rounded (internet-spec.md A1, pre-processing). */
export const officialCut: Cut = (picture, box, size) =>
  warpAffine(picture, cropAffine(box, size).forward, size);

/**
 * The crops of a picture as a network takes them: [N, 3, size, size], RGB in 0..1.
 * @param picture its first three channels are red, green, blue
 * @param boxes squares, px of the picture
 */
export function cropTensor(
  picture: Picture8,
  boxes: readonly BoundingBox[],
  size: number,
  cut: Cut = officialCut,
): Float32Array<ArrayBuffer> {
  const plane = size * size;
  const tensor = new Float32Array(boxes.length * 3 * plane);
  boxes.forEach((box, n) => {
    const crop = cut(picture, box, size);
    for (let c = 0; c < 3; c++) {
      const to = (n * 3 + c) * plane;
      for (let i = 0; i < plane; i++) tensor[to + i] = crop[i * picture.channels + c]! / 255;
    }
  });
  return tensor;
}
