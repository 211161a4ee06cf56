import { axesAlong, unitOr, type Axes } from './axes.ts';
import { JOINT_NAMES, WRIST } from './joints.ts';
import { cross3, distance3, subtract3, type Vec3 } from './vectors.ts';

/** Where a palm is: all that does not bend with the fingers is given in it. */
export interface Palm {
  /** -z from the wrist to the middle knuckle, y out of the back of the hand, x to the little finger. */
  readonly axes: Axes;
  /** From the wrist to the middle knuckle, in the joints' unit. */
  readonly length: number;
}

const INDEX_KNUCKLE = JOINT_NAMES.indexOf('index_mcp');
const MIDDLE_KNUCKLE = JOINT_NAMES.indexOf('middle_mcp');
const PINKY_KNUCKLE = JOINT_NAMES.indexOf('pinky_mcp');

/** Which way the fingers of a hand without any size point. */
const UP: Vec3 = [0, 1, 0];

/**
 * The palm of a right hand's 21 joints, in any right-handed axes: the plane of the wrist and the
 * index and little finger's knuckles. Where those lie in a line, its back is any side of it.
 */
export function palmOf(joints: readonly Vec3[]): Palm {
  const wrist = joints[WRIST]!;
  const middle = joints[MIDDLE_KNUCKLE]!;
  const toIndex = unitOr(subtract3(joints[INDEX_KNUCKLE]!, wrist), UP);
  const toPinky = unitOr(subtract3(joints[PINKY_KNUCKLE]!, wrist), UP);
  const along = unitOr(subtract3(middle, wrist), UP);
  const back = cross3(toPinky, toIndex);
  return { axes: axesAlong(along, cross3(along, back)), length: distance3(wrist, middle) };
}
