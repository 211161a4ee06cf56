/**
 * The 21 joints of one hand in the order of everything public: wrist, then thumb, index, middle,
 * ring, pinky, each from base to tip (as MediaPipe, OpenPose and COCO-WholeBody).
 */
export const JOINT_NAMES = [
  'wrist',
  'thumb_cmc',
  'thumb_mcp',
  'thumb_ip',
  'thumb_tip',
  'index_mcp',
  'index_pip',
  'index_dip',
  'index_tip',
  'middle_mcp',
  'middle_pip',
  'middle_dip',
  'middle_tip',
  'ring_mcp',
  'ring_pip',
  'ring_dip',
  'ring_tip',
  'pinky_mcp',
  'pinky_pip',
  'pinky_dip',
  'pinky_tip',
] as const;

/** What one of the 21 joints is called. */
export type JointName = (typeof JOINT_NAMES)[number];

/** Joints of one hand. */
export const JOINT_COUNT = JOINT_NAMES.length;

/** Index of the root joint, the wrist. */
export const WRIST = 0;

/** The joint each joint hangs on; the wrist hangs on nothing (-1). */
export const JOINT_PARENTS: readonly number[] = JOINT_NAMES.map((_, joint) =>
  joint === WRIST ? -1 : joint % 4 === 1 ? WRIST : joint - 1,
);

/** The 20 bones as [parent joint, child joint]; bone i ends in joint i + 1. */
export const BONES: readonly (readonly [number, number])[] = JOINT_PARENTS.flatMap(
  (parent, joint) => (parent < 0 ? [] : [[parent, joint] as const]),
);
