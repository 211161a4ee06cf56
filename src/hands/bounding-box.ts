import type { Vec2 } from './vectors.ts';

/** An axis-aligned box in px of the source frame; x, y is its top left corner. */
export interface BoundingBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much a hand's tight box grows before a network sees it, as InterNet was trained. */
export const BOX_GROWTH = 1.25;

/**
 * The tight box of points; of a 2.5D or 3D point only x and y count.
 * @throws RangeError when there are no points
 */
export function boxOfPoints(
  points: readonly (readonly [number, number, ...number[]])[],
): BoundingBox {
  if (points.length === 0) throw new RangeError('No points to put a box around');
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The smallest box that holds both. */
export function unionOfBoxes(a: BoundingBox, b: BoundingBox): BoundingBox {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** Shared area over joint area, 0..1; 0 where both are empty. */
export function intersectionOverUnion(a: BoundingBox, b: BoundingBox): number {
  const shared = overlap(a.x, a.width, b.x, b.width) * overlap(a.y, a.height, b.y, b.height);
  const joint = a.width * a.height + b.width * b.height - shared;
  return joint > 0 ? shared / joint : 0;
}

/** Shared area over the smaller box's, 0..1: 1 where one lies in the other. */
export function shareOfSmaller(a: BoundingBox, b: BoundingBox): number {
  const shared = overlap(a.x, a.width, b.x, b.width) * overlap(a.y, a.height, b.y, b.height);
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return smaller > 0 ? shared / smaller : 0;
}

/** The middle of a box, px. */
export function boxCentre(box: BoundingBox): Vec2 {
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** The longer of width and height, px: the size of a hand in the picture. */
export function longerSide(box: BoundingBox): number {
  return Math.max(box.width, box.height);
}

/**
 * The square around a box that a network is given: same centre, longer side times `growth`, not
 * clipped to the picture (InterHand2.6M's process_bbox).
 */
export function squareBox(box: BoundingBox, growth = BOX_GROWTH): BoundingBox {
  const [x, y] = boxCentre(box);
  const side = longerSide(box) * growth;
  return { x: x - side / 2, y: y - side / 2, width: side, height: side };
}

/** The shortest distance between two boxes, px; 0 when they touch or overlap. */
export function boxGap(a: BoundingBox, b: BoundingBox): number {
  const dx = Math.max(0, -overlapOrGap(a.x, a.width, b.x, b.width));
  const dy = Math.max(0, -overlapOrGap(a.y, a.height, b.y, b.height));
  return Math.hypot(dx, dy);
}

/** Length two intervals share; negative: how far they are apart. */
function overlapOrGap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.min(a + aLength, b + bLength) - Math.max(a, b);
}

function overlap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.max(0, overlapOrGap(a, aLength, b, bLength));
}
