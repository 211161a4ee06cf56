import type { BoundingBox } from '../hands/bounding-box.ts';
import { smoothCrop } from '../hands/smooth-crop.ts';
import type { Picture8 } from '../hands/warp-affine.ts';
import { framePart, type FramePart } from './frame-part.ts';
import { framePicture } from './frame-picture.ts';

/**
 * The crops of a frame for a network that does not ask for OpenCV's very bits: [N, 3, size, size],
 * RGB in 0..1.
 * @param frame lent
 */
export async function smoothCrops(
  frame: VideoFrame,
  boxes: readonly BoundingBox[],
  size: number,
): Promise<Float32Array<ArrayBuffer>> {
  const length = 3 * size * size;
  const tensor = new Float32Array(boxes.length * length);
  const parts = await frameParts(frame, boxes, size);
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
    if (!part) return wholePicture(await framePicture(frame), boxes);
    parts.push(part);
  }
  return parts;
}

function wholePicture(
  { data, width, height, channels }: Picture8,
  boxes: readonly BoundingBox[],
): FramePart[] {
  const plane = (offset: number) => ({ data, offset, stride: width * channels, step: channels });
  const planes = [plane(0), plane(1), plane(2)] as const;
  return boxes.map((box) => ({ picture: { width, height, planes, yuv: null }, box }));
}
