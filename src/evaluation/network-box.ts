import { squareBox, type BoundingBox } from '../hands/bounding-box.ts';
import type { JsonEntry } from './json-entry.ts';

/**
 * The square around an annotation's box [x, y, w, h] that the network is given, in float32 as the
 * official data sets compute it.
 * @throws MalformedFile
 */
export function networkBox(bbox: JsonEntry): BoundingBox {
  const [x, y, width, height] = bbox.numbers(4);
  return toFloat32(squareBox(toFloat32({ x, y, width, height })));
}

function toFloat32({ x, y, width, height }: BoundingBox): BoundingBox {
  return {
    x: Math.fround(x),
    y: Math.fround(y),
    width: Math.fround(width),
    height: Math.fround(height),
  };
}
