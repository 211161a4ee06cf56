import type { HandSide } from '../../hands/hand-side.ts';
import { inverse, rotate } from '../../hands/rotation.ts';
import { scale3, subtract3, type Vec3 } from '../../hands/vectors.ts';
import { webXrHand, type WebXrJoint } from '../../hands/web-xr-hand.ts';
import { WEB_XR_JOINTS, WEB_XR_PARENTS } from '../../hands/web-xr-joints.ts';
import type { JointTrack } from './joint-track.ts';
import { median } from './median.ts';

/** Centimetres are what tools for animators take BVH's numbers for. */
export const CM_PER_M = 100;

/** Where each of the 25 WebXR joints lies from its parent at rest, cm; the wrist's is zero. */
export type RestOffsets = readonly Vec3[];

/** A hand's name in the hierarchy, its offsets and its place there. */
export interface BvhHand {
  readonly side: HandSide;
  readonly offsets: RestOffsets;
}

/** The joints that turn; fingertips only end a bone. They stand in the file in WebXR's order. */
export const isTip = (joint: number): boolean => WEB_XR_JOINTS[joint]!.endsWith('tip');

const childrenOf = (parent: number): number[] =>
  WEB_XR_PARENTS.flatMap((each, joint) => (each === parent ? [joint] : []));

/** Frames that medians are taken over: more would not move them. */
const MEDIAN_FRAMES = 2000;

/**
 * A skeleton of medians over the frames that have the hand; null when none has. At rest the
 * fingers point to -z and the back of the hand to y, so a joint's turn is its WebXR orientation.
 * Bones keep their median lengths; where the five digits start in the palm is a median too.
 */
export function restOffsets(track: JointTrack, side: HandSide): RestOffsets | null {
  const frames = Array.from({ length: track.length }, (_, frame) => frame).filter((frame) =>
    track.has(frame),
  );
  if (frames.length === 0) return null;
  const step = Math.ceil(frames.length / MEDIAN_FRAMES);
  const hands = frames
    .filter((_, i) => i % step === 0)
    .map((frame) => webXrHand(track.joints(frame)!, side));
  return WEB_XR_PARENTS.map((parent, joint): Vec3 => {
    if (parent < 0) return [0, 0, 0];
    const offsets = hands.map((hand) => offsetOf(hand[joint]!, hand[parent]!, parent));
    const middle = (axis: 0 | 1 | 2) => median(offsets.map((offset) => offset[axis]));
    return [middle(0), middle(1), middle(2)];
  });
}

/** In the parent's axes, cm. */
function offsetOf({ position }: WebXrJoint, parent: WebXrJoint, parentJoint: number): Vec3 {
  const bone = subtract3(position, parent.position);
  // A bone lies along its joint's -z; only the wrist has several.
  const inAxes: Vec3 =
    parentJoint === 0 ? rotate(inverse(parent.orientation), bone) : [0, 0, -Math.hypot(...bone)];
  return scale3(inAxes, CM_PER_M);
}

/** BVH's first part. Of two hands, each hangs on a root that never moves. */
export function hierarchy(hands: readonly BvhHand[]): string {
  const children = hands.map((hand) => jointText(hand, 0, '\t'));
  const inside = children.length > 0 ? children.join('') : endSite([0, 0, 0], '\t');
  return `HIERARCHY\nROOT hands\n{\n${placed([0, 0, 0], true, '\t')}${inside}}\n`;
}

function jointText(hand: BvhHand, joint: number, indent: string): string {
  const offset = hand.offsets[joint]!;
  if (isTip(joint)) return endSite(offset, indent);
  const children = childrenOf(joint).map((child) => jointText(hand, child, `${indent}\t`));
  const head = `${indent}JOINT ${hand.side}-${WEB_XR_JOINTS[joint]}\n${indent}{\n`;
  return `${head}${placed(offset, joint === 0, `${indent}\t`)}${children.join('')}${indent}}\n`;
}

function endSite(offset: Vec3, indent: string): string {
  return `${indent}End Site\n${indent}{\n${indent}\tOFFSET ${offsetText(offset)}\n${indent}}\n`;
}

/** Turns about z, y, x: a finger bends about x by more than 90 degrees, and y is least. */
function placed(offset: Vec3, moves: boolean, indent: string): string {
  const channels = moves
    ? '6 Xposition Yposition Zposition Zrotation Yrotation Xrotation'
    : '3 Zrotation Yrotation Xrotation';
  return `${indent}OFFSET ${offsetText(offset)}\n${indent}CHANNELS ${channels}\n`;
}

const offsetText = (offset: Vec3) => offset.map((value) => value.toFixed(4)).join(' ');
