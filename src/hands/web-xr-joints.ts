/**
 * The 25 joints of a WebXR hand in the specification's order (WebXR Hand Input, `XRHandJoint`);
 * the bones of the generic-hand meshes carry these names.
 */
export const WEB_XR_JOINTS = [
  'wrist',
  'thumb-metacarpal',
  'thumb-phalanx-proximal',
  'thumb-phalanx-distal',
  'thumb-tip',
  'index-finger-metacarpal',
  'index-finger-phalanx-proximal',
  'index-finger-phalanx-intermediate',
  'index-finger-phalanx-distal',
  'index-finger-tip',
  'middle-finger-metacarpal',
  'middle-finger-phalanx-proximal',
  'middle-finger-phalanx-intermediate',
  'middle-finger-phalanx-distal',
  'middle-finger-tip',
  'ring-finger-metacarpal',
  'ring-finger-phalanx-proximal',
  'ring-finger-phalanx-intermediate',
  'ring-finger-phalanx-distal',
  'ring-finger-tip',
  'pinky-finger-metacarpal',
  'pinky-finger-phalanx-proximal',
  'pinky-finger-phalanx-intermediate',
  'pinky-finger-phalanx-distal',
  'pinky-finger-tip',
] as const;

/** Index of each of the four fingers' metacarpal, index finger first; its joints follow it. */
export const FINGER_METACARPALS = [5, 10, 15, 20] as const;

/** Index of the thumb's first joint. */
export const THUMB_METACARPAL = 1;

/** The joint each joint hangs on; every metacarpal hangs on the wrist, which hangs on nothing (-1). */
export const WEB_XR_PARENTS: readonly number[] = WEB_XR_JOINTS.map((name, joint) =>
  name === 'wrist' ? -1 : name.endsWith('metacarpal') ? 0 : joint - 1,
);

/**
 * For each of the 21 public joints, the WebXR joint it is: a WebXR joint lies at the near end of
 * its bone, so the knuckle (MCP) is the proximal phalanx's joint, and the four fingers'
 * metacarpals have no public counterpart. The thumb has one bone less: its CMC is the metacarpal's.
 */
export const PUBLIC_TO_WEB_XR: readonly number[] = WEB_XR_JOINTS.flatMap((name, joint) =>
  name.includes('finger-metacarpal') ? [] : [joint],
);
