import { HAND_SIDES, perHand, type HandSide } from '../hands/hand-side.ts';
import { binToDepthMm, binToPixel, jointScore } from '../hands/heatmap-units.ts';
import { interhandIndex, networkJoint } from '../hands/interhand-joints.ts';
import { JOINT_COUNT } from '../hands/joints.ts';
import type { Vec3 } from '../hands/vectors.ts';
import type { VoxelPeak } from '../hands/voxel-decode.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import type { CropHand, CropInference } from './internet-engine.ts';
import type { CropSide, NetworkOutput } from './network-output.ts';

/** A hand that reaches the gate. */
export interface FoundHand {
  readonly at: CropSide;
  readonly hand: CropHand;
}

/** What decode.wgsl makes of a volume without a number, or nearly. */
const LOWEST = -3e38;

/** Puts together what a network said about each crop, and the hands that were decoded. */
export function cropInferences(
  { handedness, relativeDepth }: NetworkOutput,
  hands: readonly FoundHand[],
): CropInference[] {
  return Array.from(relativeDepth, (relativeDepthMm, crop) => ({
    handedness: perHand((side) => handedness[2 * crop + HAND_SIDES.indexOf(side)]!),
    hands: perHand(
      (side) => hands.find(({ at }) => at.crop === crop && at.side === side)?.hand ?? null,
    ),
    relativeDepthMm,
  }));
}

/**
 * A hand from its heatmap's peaks.
 * @param peaks 21, in the network's order
 * @throws Error where a volume holds no number: fp16 overflows so
 */
export function handFromPeaks(peaks: readonly VoxelPeak[], contract: InternetContract): CropHand {
  const { heatmapSize, inputSize, depthExtentMm, jointOrder } = contract;
  if (!heatmapSize) throw new Error('A network without a heatmap has no peaks');
  const [depth, height, width] = heatmapSize;
  return inPublicOrder((joint) => {
    const { x, y, z, max } = peaks[networkJoint(jointOrder, joint)]!;
    if (!(max > LOWEST)) throw new Error('The heatmap holds no numbers: the network overflowed');
    return {
      position: [
        binToPixel(x, width, inputSize),
        binToPixel(y, height, inputSize),
        binToDepthMm(z, depth, depthExtentMm),
      ],
      score: jointScore(max),
    };
  });
}

/** Hands of a network that gives its joints itself. */
export function directHands({ direct }: NetworkOutput, wanted: readonly CropSide[]): FoundHand[] {
  return wanted.map((at) => {
    if (!direct) throw new Error('The network gives neither a heatmap nor joints');
    const first = (at.crop * 2 + HAND_SIDES.indexOf(at.side)) * JOINT_COUNT;
    const hand = inPublicOrder((joint) => {
      const [x = 0, y = 0, z = 0] = direct.joints.subarray(3 * (first + joint));
      return { position: [x, y, z], score: direct.scores[first + joint]! };
    });
    return { at, hand };
  });
}

/** @param read gives a joint by its index in InterHand2.6M's order of one hand */
function inPublicOrder(read: (joint: number) => { position: Vec3; score: number }): CropHand {
  const anyHand: HandSide = 'right';
  const joints = Array.from({ length: JOINT_COUNT }, (_, joint) =>
    read(interhandIndex(anyHand, joint)),
  );
  return {
    joints: joints.map(({ position }) => position),
    scores: joints.map(({ score }) => score),
  };
}
