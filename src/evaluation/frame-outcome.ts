import type { GroundTruth } from '../hands/ground-truth.ts';
import type { PoseEstimate } from '../hands/hand-estimate.ts';
import { HAND_SIDES, otherSide, type HandSide } from '../hands/hand-side.ts';
import { meanJointErrorPx } from '../hands/pose-error.ts';
import type { Vec2, Vec3 } from '../hands/vectors.ts';
import { jointsWithin } from './joints-within.ts';
import { handednessOf } from './score-estimate.ts';

/** What one frame's estimate got right, by the definitions of training/lite/metrics.py. */
export interface FrameOutcome {
  /** True joints, and how many of them were placed right; those of a hand that was not found are wrong. */
  readonly joints: number;
  readonly jointsWithin: number;
  /** Whether both handedness flags are right. */
  readonly sidesRight: boolean;
  /** Of two hands, whether each lies nearer to the other's place; of one, whether it is called the other side. */
  readonly swapped: boolean;
  /** Hands that are there, and how many of them were found. */
  readonly hands: number;
  readonly handsFound: number;
}

export function frameOutcome(estimate: PoseEstimate, truth: GroundTruth): FrameOutcome {
  const handedness = handednessOf(estimate);
  const there = HAND_SIDES.filter((side) => truth.hands[side]);
  const sum = (count: (side: HandSide) => number) =>
    there.reduce((total, side) => total + count(side), 0);
  return {
    joints: sum((side) => truth.hands[side]!.joints2d.length),
    jointsWithin: sum((side) =>
      jointsWithin(estimate.hands[side]?.joints.map(xy) ?? null, truth.hands[side]!.joints2d),
    ),
    sidesRight: HAND_SIDES.every((side) => handedness[side] > 0.5 === (truth.hands[side] !== null)),
    swapped:
      there.length === 2
        ? areCrossed(estimate, truth)
        : there.some((side) => handedness[otherSide(side)] > handedness[side]),
    hands: there.length,
    handsFound: sum((side) => (estimate.hands[side] ? 1 : 0)),
  };
}

function areCrossed(estimate: PoseEstimate, truth: GroundTruth): boolean {
  const apart = (side: HandSide, from: HandSide) =>
    meanJointErrorPx(estimate.hands[side]!.joints.map(xy), truth.hands[from]!.joints2d);
  if (!estimate.hands.right || !estimate.hands.left) return false;
  const crossed = apart('right', 'left') + apart('left', 'right');
  return crossed < apart('right', 'right') + apart('left', 'left');
}

function xy([x, y]: Vec3): Vec2 {
  return [x, y];
}
