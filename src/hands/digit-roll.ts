import { unitOr } from './axes.ts';
import { add3, cross3, dot3, scale3, subtract3, type Vec3 } from './vectors.ts';

/** How a digit's bones lie while it rests, in the palm's axes (palm.ts). */
export interface RestingDigit {
  /** The unit direction of its first bone that moves: the thumb's metacarpal, a finger's phalanx. */
  readonly along: Vec3;
  /** The unit axis it bends about, towards the little finger's side. */
  readonly across: Vec3;
}

/**
 * How much the resting digit counts beside the bends that are seen, whose weights are their sines
 * squared: as much as one of 45 degrees. With less, the noise of straight fingers rolls them; with
 * more, a finger bent aside keeps the palm's roll. Half is best on the rig with 0 to 2 mm of noise.
 */
const RESTING_WEIGHT = 0.5;

/**
 * The axis a digit bends about. Bones have no roll that one could see: it follows from the plane a
 * bent digit lies in, and for a straight one from the palm. Both are weighed without a threshold,
 * so that the axis moves smoothly, and a bend counts alike forwards and backwards.
 * @param bones the digit's unit directions from its first moving bone to its last
 */
export function bendAxis(resting: RestingDigit, bones: readonly Vec3[]): Vec3 {
  const carried = carryAlong(resting.across, resting.along, bones[0]!);
  let axis = scale3(carried, RESTING_WEIGHT);
  for (const [i, bone] of bones.slice(1).entries()) {
    const bend = cross3(bone, bones[i]!);
    axis = add3(axis, scale3(bend, dot3(bend, carried)));
  }
  return unitOr(axis, carried);
}

/** v turned as little as takes the unit vector `from` to `to`. */
function carryAlong(v: Vec3, from: Vec3, to: Vec3): Vec3 {
  const both = add3(from, to);
  const half = 1 + dot3(from, to);
  if (half < 1e-6) return v; // back to front: every half turn does it, the one about v too
  const turned = subtract3(v, scale3(both, dot3(both, v) / half));
  return add3(turned, scale3(to, 2 * dot3(from, v)));
}
