import { axesAlong, fromAxes, rotationOfAxes, unitOr } from './axes.ts';
import { bendAxis, type RestingDigit } from './digit-roll.ts';
import type { HandSide } from './hand-side.ts';
import { WRIST } from './joints.ts';
import { palmOf, type Palm } from './palm.ts';
import type { Rotation } from './rotation.ts';
import { add3, scale3, subtract3, type Vec3 } from './vectors.ts';
import {
  FINGER_METACARPALS,
  PUBLIC_TO_WEB_XR,
  THUMB_METACARPAL,
  WEB_XR_JOINTS,
} from './web-xr-joints.ts';
import { RADII_PALM_MM, WEB_XR_RADII_MM } from './web-xr-radii.ts';

/** One joint as WebXR Hand Input describes it (`XRJointPose`), in WebXR's axes: x right, y up, z back. */
export interface WebXrJoint {
  /** m. */
  readonly position: Vec3;
  /** -z along the bone towards the tip, y out of the back of the hand, x to the right of both. */
  readonly orientation: Rotation;
  /** From the joint to the skin, m: an average hand's, scaled by the palm. */
  readonly radius: number;
  /** Placed from the palm's shape: no network sees the metacarpals of the four fingers. */
  readonly synthesised: boolean;
}

/** Wrist to middle knuckle; the wrist is rolled against the palm's plane as headsets report it. */
const RESTING_WRIST = rolled(8);

/** Thumb, index, middle, ring, pinky. */
const RESTING_DIGITS: readonly RestingDigit[] = [
  { along: [-0.44, -0.51, -0.74], across: [-0.12, 0.85, -0.51] },
  { along: [0, 0, -1], across: rolled(9) },
  { along: [0, 0, -1], across: rolled(5) },
  { along: [0, 0, -1], across: rolled(0) },
  { along: [0, 0, -1], across: rolled(-9) },
];

/** Where the four fingers' metacarpals begin: from the wrist, in the palm's axes and lengths. */
const METACARPAL_BASES: readonly Vec3[] = [
  [-0.13, -0.09, -0.37],
  [-0.02, -0.06, -0.34],
  [0.13, -0.04, -0.33],
  [0.265, -0.055, -0.36],
];

/** The first joint of each digit; the next digit's follows its tip. */
const DIGITS = [THUMB_METACARPAL, ...FINGER_METACARPALS];

/**
 * The 25 joints that WebXR Hand Input names, in its order, from our 21. Defined for any finite
 * joints, whatever their shape; smooth but for quaternions' sign and hands without a palm's plane.
 * The metacarpals, the resting axes and the wrist's roll are the mean of two hands with all 25:
 * the generic-hand meshes and a Quest's own (iwer's poses).
 * @param joints3d camera space, mm, in the order of JOINT_NAMES
 */
export function webXrHand(joints3d: readonly Vec3[], side: HandSide): readonly WebXrJoint[] {
  // A left hand is a mirrored right one.
  const mirror = side === 'right' ? 1 : -1;
  const seen = joints3d.map(([x, y, z]): Vec3 => [(mirror * x) / 1000, -y / 1000, -z / 1000]);
  const palm = palmOf(seen);
  const positions = withMetacarpals(seen, palm);
  const orientations = orient(positions, palm);
  return positions.map(([x, y, z], joint) => {
    const [qx, qy, qz, qw] = orientations[joint]!;
    return {
      position: [mirror * x, y, z],
      orientation: [qx, mirror * qy, mirror * qz, qw],
      radius: (WEB_XR_RADII_MM[joint]! * palm.length) / RADII_PALM_MM,
      synthesised: isSynthesised(joint),
    };
  });
}

const isSynthesised = (joint: number) => FINGER_METACARPALS.some((each) => each === joint);

function withMetacarpals(seen: readonly Vec3[], { axes, length }: Palm): Vec3[] {
  const wrist = seen[WRIST]!;
  return WEB_XR_JOINTS.map((_, joint) => {
    const known = PUBLIC_TO_WEB_XR.indexOf(joint);
    if (known >= 0) return seen[known]!;
    const base = METACARPAL_BASES[FINGER_METACARPALS.findIndex((each) => each === joint)]!;
    return add3(wrist, scale3(fromAxes(axes, base), length));
  });
}

/** As of a right hand. */
function orient(positions: readonly Vec3[], { axes: palm }: Palm): Rotation[] {
  const wrist = axesAlong(scale3(palm.z, -1), fromAxes(palm, RESTING_WRIST));
  const digits = DIGITS.flatMap((first, digit) => {
    const joints = positions.slice(first, DIGITS[digit + 1]);
    const bones = directions(joints, scale3(palm.z, -1));
    const { along, across } = RESTING_DIGITS[digit]!;
    const resting = { along: fromAxes(palm, along), across: fromAxes(palm, across) };
    // A finger's metacarpal is part of the palm.
    const moving = first === THUMB_METACARPAL ? bones : bones.slice(1);
    const axis = bendAxis(resting, moving);
    return joints.map((_, joint) => {
      const fixed = joint === 0 && first !== THUMB_METACARPAL;
      // The tip has no bone of its own.
      return axesAlong(bones[joint] ?? bones.at(-1)!, fixed ? resting.across : axis);
    });
  });
  return [wrist, ...digits].map(rotationOfAxes);
}

/** The unit direction from each joint to the next; a bone without length goes on as the one before. */
function directions(joints: readonly Vec3[], first: Vec3): Vec3[] {
  const bones: Vec3[] = [];
  for (const [i, joint] of joints.slice(1).entries()) {
    bones.push(unitOr(subtract3(joint, joints[i]!), bones.at(-1) ?? first));
  }
  return bones;
}

/** An axis across the palm, rolled about its length so that its little finger's end rises. */
function rolled(degrees: number): Vec3 {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), 0];
}
