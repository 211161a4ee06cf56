import { axisTaps } from '../hands/axis-taps.ts';
import type { BoundingBox } from '../hands/bounding-box.ts';
import { cropAffine } from '../hands/crop-affine.ts';
import { warpTerms } from '../hands/warp-terms.ts';
import opencvShader from './opencv-pixel.wgsl?raw';
import smoothShader from './smooth-pixel.wgsl?raw';

/** How a crop's pixels come from the frame's, on the GPU. */
export interface CropPixels {
  /** Its function `pixel`, to follow crop.wgsl. */
  readonly shader: string;
  /** What it needs to know of the crops, `size` px each. */
  terms(boxes: readonly BoundingBox[], size: number, frame: VideoFrame): Int32Array<ArrayBuffer>;
}

/** The very bits of OpenCV, which published checkpoints are compared by. */
export const opencvPixels: CropPixels = {
  shader: opencvShader,
  terms(boxes, size) {
    const terms = new Int32Array(boxes.length * 4 * size);
    boxes.forEach((box, n) => {
      const { columnX, columnY, rowX, rowY } = warpTerms(cropAffine(box, size).forward, size);
      [columnX, columnY, rowX, rowY].forEach((term, i) => terms.set(term, (4 * n + i) * size));
    });
    return terms;
  },
};

/** Averaged where they shrink, as smoothCrop does. */
export const smoothPixels: CropPixels = {
  shader: smoothShader,
  terms(boxes, size, { displayWidth, displayHeight }) {
    const axes = boxes.flatMap(({ x, y, width, height }) => [
      axisTaps({ start: x, scale: width / size }, size, displayWidth),
      axisTaps({ start: y, scale: height / size }, size, displayHeight),
    ]);
    const most = Math.max(...axes.map(({ width }) => width));
    const terms = new Int32Array(1 + axes.length * size * (1 + most));
    const weights = new Float32Array(terms.buffer);
    terms[0] = most;
    axes.forEach((axis, n) => {
      const at = 1 + n * size * (1 + most);
      terms.set(axis.first, at);
      for (let i = 0; i < size; i++) {
        const own = axis.weights.subarray(i * axis.width, (i + 1) * axis.width);
        weights.set(own, at + size + i * most);
      }
    });
    return terms;
  },
};
