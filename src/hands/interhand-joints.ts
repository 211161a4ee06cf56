import { HAND_SIDES, type HandSide, type PerHand } from './hand-side.ts';
import { JOINT_COUNT, WRIST } from './joints.ts';

/** Joints of both hands together: 0..20 right, 21..41 left. */
export const INTERHAND_JOINT_COUNT = 2 * JOINT_COUNT;

/**
 * Where InterHand2.6M has a joint: 21·hand + 4·finger + (4 - k) with k = 1 (base) .. 4 (tip), so
 * each finger runs from tip to base; the wrists come last, 20 and 41 (internet-spec.md, A1).
 * @param joint index in the public order (joints.ts)
 */
export function interhandIndex(side: HandSide, joint: number): number {
  const first = HAND_SIDES.indexOf(side) * JOINT_COUNT;
  if (joint === WRIST) return first + JOINT_COUNT - 1;
  const finger = Math.floor((joint - 1) / 4);
  const fromBase = (joint - 1) % 4;
  return first + 4 * finger + (3 - fromBase);
}

/** One hand's 21 values in the public order, out of 42 in InterHand2.6M's. */
export function fromInterhandOrder<T>(values: readonly T[], side: HandSide): T[] {
  return Array.from({ length: JOINT_COUNT }, (_, joint) => values[interhandIndex(side, joint)]!);
}

/** 42 values in InterHand2.6M's order, out of each hand's 21 in the public one. */
export function toInterhandOrder<T>(hands: PerHand<readonly T[]>): T[] {
  const values: T[] = [];
  for (const side of HAND_SIDES) {
    hands[side].forEach((value, joint) => (values[interhandIndex(side, joint)] = value));
  }
  return values;
}

/**
 * How a network's 21 joints of one hand follow each other: InterHand2.6M's way, or with the wrist
 * before the fingers (official STB and RHD checkpoints).
 */
export type JointOrder = 'interhand' | 'wrist-first';

/** Where a network of that order has a joint of one hand; both 0..20, InterHand2.6M's given. */
export function networkJoint(order: JointOrder, joint: number): number {
  return order === 'interhand' ? joint : (joint + 1) % JOINT_COUNT;
}
