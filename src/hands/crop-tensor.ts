import type { BoundingBox } from './bounding-box.ts';
import { cropAffine } from './crop-affine.ts';
import { warpAffine, type warpAffine8, type Picture8 } from './warp-affine.ts';

/**
 * The crops of a picture as a network takes them: [N, 3, size, size], RGB in 0..1, black outside the
 * picture (internet-spec.md A1, pre-processing).
 * @param picture its first three channels are red, green, blue
 * @param boxes squares, px of the picture
 * @param warp warpAffine8 for the 8-bit crop that MMPose's networks were trained on
 */
export function cropTensor(
  picture: Picture8,
  boxes: readonly BoundingBox[],
  size: number,
  warp: typeof warpAffine | typeof warpAffine8 = warpAffine,
): Float32Array<ArrayBuffer> {
  const plane = size * size;
  const tensor = new Float32Array(boxes.length * 3 * plane);
  boxes.forEach((box, n) => {
    const crop = warp(picture, cropAffine(box, size).forward, size);
    for (let c = 0; c < 3; c++) {
      const to = (n * 3 + c) * plane;
      for (let i = 0; i < plane; i++) tensor[to + i] = crop[i * picture.channels + c]! / 255;
    }
  });
  return tensor;
}
