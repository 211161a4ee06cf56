import { boxOfPoints, longerSide } from '../hands/bounding-box.ts';
import { distance2, type Vec2 } from '../hands/vectors.ts';

/** A joint counts within this share of the longer side of its hand's tight box. */
const PCK_SHARE = 0.2;

/**
 * How many joints of one hand are placed right (PCK@0.2, internet-spec.md B); none of a hand that
 * was not found.
 * @param found px, or null
 * @param truth px; null where the place is not known
 */
export function jointsWithin(
  found: readonly Vec2[] | null,
  truth: readonly (Vec2 | null)[],
): number {
  const known = truth.filter((joint) => joint !== null);
  if (!found || known.length === 0) return 0;
  const reach = PCK_SHARE * longerSide(boxOfPoints(known));
  return truth.filter((joint, i) => joint && distance2(found[i]!, joint) < reach).length;
}
