import type { HandEstimate, PoseEstimate } from './hand-estimate.ts';
import { perHand } from './hand-side.ts';
import { WRIST } from './joints.ts';
import type { HandPose, PoseFrame } from './pose-frame.ts';
import type { Vec3 } from './vectors.ts';

/** The 2.5D estimate behind a PoseFrame: what is left once its own root depths are taken out. */
export function estimateOfPoseFrame({
  hands,
  relativeDepth,
}: Pick<PoseFrame, 'hands' | 'relativeDepth'>): PoseEstimate {
  return {
    hands: perHand((side) => hands[side] && estimateOfHand(hands[side])),
    relativeDepthMm: relativeDepth?.mm ?? null,
  };
}

function estimateOfHand({ score, joints2d, joints3d }: HandPose): HandEstimate {
  const rootDepth = joints3d[WRIST]![2];
  return {
    score,
    joints: joints2d.map(([x, y], joint): Vec3 => [x, y, joints3d[joint]![2] - rootDepth]),
  };
}
