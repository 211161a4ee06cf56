import { boxGap, boxOfPoints, longerSide, type BoundingBox } from './bounding-box.ts';
import type { HandEstimate } from './hand-estimate.ts';
import { distance2 } from './vectors.ts';

/** The tight box of a hand's joints, px. */
export function boxOfHand({ joints }: HandEstimate): BoundingBox {
  return boxOfPoints(joints);
}

/**
 * How far two hands' joints lie apart in the picture: the mean distance of like joints, as a share
 * of the larger hand's box side. 0: the same; about 0.1: one hand, seen by two estimators.
 */
export function jointGap(a: HandEstimate, b: HandEstimate): number {
  const total = a.joints.reduce((sum, [x, y], joint) => {
    const [u, v] = b.joints[joint]!;
    return sum + distance2([x, y], [u, v]);
  }, 0);
  const size = Math.max(longerSide(boxOfHand(a)), longerSide(boxOfHand(b)));
  return total / a.joints.length / Math.max(1, size);
}

/** The gap between two hands' boxes, as a share of the larger one's side. */
export function handGap(a: HandEstimate, b: HandEstimate): number {
  const boxes = [boxOfHand(a), boxOfHand(b)] as const;
  return boxGap(...boxes) / Math.max(1, longerSide(boxes[0]), longerSide(boxes[1]));
}
