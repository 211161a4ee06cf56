import type { HandSide } from '../hands/hand-side.ts';
import { add3, subtract3, type Vec3 } from '../hands/vectors.ts';
import type { FingerPose, HandPose, HandShape, Turn } from './hand-pose.ts';
import type { RestSkeleton } from './rest-skeleton.ts';
import {
  compose,
  composeAll,
  inverse,
  NO_ROTATION,
  rotate,
  rotationAbout,
  type Rotation,
} from '../hands/rotation.ts';
import { FINGER_METACARPALS, THUMB_METACARPAL, WEB_XR_PARENTS } from '../hands/web-xr-joints.ts';

/** Where the 25 joints of one hand are: what the mesh is bent by and the truth is read from. */
export interface PosedHand {
  /** mm, in the axes the pose was given in. */
  readonly positions: readonly Vec3[];
  /** Joint axes to those axes. */
  readonly rotations: readonly Rotation[];
}

const X: Vec3 = [1, 0, 0];
const Y: Vec3 = [0, 1, 0];
const Z: Vec3 = [0, 0, 1];

/** The last finger joint cannot be bent alone; it takes about this share of its neighbour's bend. */
const DIP_SHARE = 0.6;

/** Mesh axes (fingers -y, thumb -z, palm -x right / +x left) to an upright hand that shows its palm. */
const UPRIGHT: Readonly<Record<HandSide, Rotation>> = {
  right: rotationAbout(Y, -90),
  left: rotationAbout(Y, 90),
};

/** The turn as a rotation, as written for a right hand; a left hand's is its mirror image in x. */
export function turnRotation({ yaw, pitch, roll }: Turn, side: HandSide = 'right'): Rotation {
  const mirror = side === 'right' ? 1 : -1;
  return composeAll(
    rotationAbout(Z, mirror * roll),
    rotationAbout(X, pitch),
    rotationAbout(Y, mirror * yaw),
  );
}

/**
 * Forward kinematics: each joint turns about its own rest axes (x bends, y spreads, z twists) and
 * takes its children along, so bones keep the length the mesh was modelled with.
 */
export function poseHand(rest: RestSkeleton, pose: HandPose, side: HandSide): PosedHand {
  const mirror = side === 'right' ? 1 : -1;
  const bends = jointBends(pose, mirror);
  const turns: Rotation[] = [];
  const positions: Vec3[] = [];
  for (const [joint, parent] of WEB_XR_PARENTS.entries()) {
    if (parent < 0) {
      turns.push(compose(turnRotation(pose.turn, side), UPRIGHT[side]));
      positions.push([mirror * pose.wrist[0], pose.wrist[1], pose.wrist[2]]);
      continue;
    }
    const bone = subtract3(rest.positions[joint]!, rest.positions[parent]!);
    positions.push(add3(positions[parent]!, rotate(turns[parent]!, bone)));
    turns.push(compose(turns[parent]!, inAxes(rest.rotations[joint]!, bends[joint]!)));
  }
  return {
    positions,
    rotations: turns.map((turn, joint) => compose(turn, rest.rotations[joint]!)),
  };
}

/** The same turn, given in joint axes, in mesh axes. */
function inAxes(axes: Rotation, turn: Rotation): Rotation {
  return composeAll(axes, turn, inverse(axes));
}

/** Bending is a negative turn about x on both hands; spread and twist change sign with the side. */
function bendBy(flexion: number, spread: number, twist: number): Rotation {
  return composeAll(rotationAbout(Y, spread), rotationAbout(Z, twist), rotationAbout(X, -flexion));
}

function jointBends({ thumb, fingers }: HandShape, mirror: number): Rotation[] {
  const bends = WEB_XR_PARENTS.map(() => NO_ROTATION);
  const across = thumb.opposition;
  bends[THUMB_METACARPAL] = bendBy(
    22 * across,
    mirror * (8 * across + thumb.spread),
    mirror * 18 * across,
  );
  bends[THUMB_METACARPAL + 1] = bendBy(thumb.knuckle, 0, 0);
  bends[THUMB_METACARPAL + 2] = bendBy(thumb.bend, 0, 0);
  for (const [finger, metacarpal] of FINGER_METACARPALS.entries()) {
    const { knuckle, bend, spread }: FingerPose = fingers[finger]!;
    bends[metacarpal + 1] = bendBy(knuckle, mirror * spread, 0);
    bends[metacarpal + 2] = bendBy(bend, 0, 0);
    bends[metacarpal + 3] = bendBy(bend * DIP_SHARE, 0, 0);
  }
  return bends;
}
