import type { BoundingBox } from '../hands/bounding-box.ts';
import { cropTensor } from '../hands/crop-tensor.ts';
import { smoothCrop } from '../hands/smooth-crop.ts';
import type { Picture8 } from '../hands/warp-affine.ts';
import { framePart, type FramePart } from './frame-part.ts';
import { framePicture } from './frame-picture.ts';

/** How crops are cut on the CPU: [N, 3, size, size], RGB in 0..1, black outside the picture. */
export interface CpuCrops {
  /** @param frame lent */
  ofFrame(
    frame: VideoFrame,
    boxes: readonly BoundingBox[],
    size: number,
  ): Promise<Float32Array<ArrayBuffer>>;
  ofPicture(
    picture: Picture8,
    boxes: readonly BoundingBox[],
    size: number,
  ): Float32Array<ArrayBuffer>;
}

/** The very bits of OpenCV, which published checkpoints are compared by. */
export const opencvCrops: CpuCrops = {
  ofFrame: async (frame, boxes, size) => cropTensor(await framePicture(frame), boxes, size),
  ofPicture: (picture, boxes, size) => cropTensor(picture, boxes, size),
};

/** Averaged where they shrink, and several times as fast. */
export const smoothCrops: CpuCrops = {
  ofFrame: async (frame, boxes, size) => smoothTensor(await frameParts(frame, boxes, size), size),
  ofPicture: (picture, boxes, size) => smoothTensor(pictureParts(picture, boxes), size),
};

function smoothTensor(parts: readonly FramePart[], size: number): Float32Array<ArrayBuffer> {
  const length = 3 * size * size;
  const tensor = new Float32Array(parts.length * length);
  parts.forEach(({ picture, box }, n) =>
    smoothCrop(picture, box, size, tensor.subarray(n * length, (n + 1) * length)),
  );
  return tensor;
}

async function frameParts(
  frame: VideoFrame,
  boxes: readonly BoundingBox[],
  size: number,
): Promise<FramePart[]> {
  const parts: FramePart[] = [];
  for (const box of boxes) {
    // Chroma's samples lie two px apart; a crop that shrinks counts as many as it skips, and more.
    const part = await framePart(frame, box, Math.max(2, box.width / size) + 2);
    if (!part) return pictureParts(await framePicture(frame), boxes);
    parts.push(part);
  }
  return parts;
}

function pictureParts(
  { data, width, height, channels }: Picture8,
  boxes: readonly BoundingBox[],
): FramePart[] {
  const plane = (offset: number) => ({ data, offset, stride: width * channels, step: channels });
  const planes = [plane(0), plane(1), plane(2)] as const;
  return boxes.map((box) => ({ picture: { width, height, planes, yuv: null }, box }));
}
