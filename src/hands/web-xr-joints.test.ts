import { expect, test } from 'vitest';
import { JOINT_NAMES } from './joints.ts';
import { PUBLIC_TO_WEB_XR, WEB_XR_JOINTS, WEB_XR_PARENTS } from './web-xr-joints.ts';

const FINGER_PARTS = new Map([
  ['mcp', 'phalanx-proximal'],
  ['pip', 'phalanx-intermediate'],
  ['dip', 'phalanx-distal'],
  ['tip', 'tip'],
]);
const THUMB_PARTS = new Map([
  ['cmc', 'metacarpal'],
  ['mcp', 'phalanx-proximal'],
  ['ip', 'phalanx-distal'],
  ['tip', 'tip'],
]);

/** A joint lies at the near end of the bone that WebXR names it after. */
function webXrName(publicName: string): string {
  const [finger, part] = publicName.split('_');
  if (part === undefined) return publicName;
  if (finger === 'thumb') return `thumb-${THUMB_PARTS.get(part)}`;
  return `${finger}-finger-${FINGER_PARTS.get(part)}`;
}

test('every public joint is its WebXR namesake', () => {
  expect(PUBLIC_TO_WEB_XR.map((joint) => WEB_XR_JOINTS[joint])).toEqual(JOINT_NAMES.map(webXrName));
});

test('every joint hangs on the one before it in its finger, metacarpals on the wrist', () => {
  for (const [joint, parent] of WEB_XR_PARENTS.entries()) {
    if (parent <= 0) continue;
    const finger = WEB_XR_JOINTS[joint]!.split('-')[0]!;
    expect(WEB_XR_JOINTS[parent]).toContain(finger);
  }
  expect(WEB_XR_PARENTS.filter((parent) => parent === 0)).toHaveLength(5);
  expect(WEB_XR_PARENTS.filter((parent) => parent < 0)).toHaveLength(1);
});
