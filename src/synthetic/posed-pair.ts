import { perHand, type HandSide, type PerHand } from '../hands/hand-side.ts';
import { add3 } from '../hands/vectors.ts';
import type { RestSkeleton } from './rest-skeleton.ts';
import { poseHand, turnRotation, type PosedHand } from './rig.ts';
import { compose, rotate } from '../hands/rotation.ts';
import type { PairPose } from './scenes.ts';

/** Both hands of a pair in camera space, mm: each bent by its pose, then both turned and moved as one. */
export function posePair(rests: PerHand<RestSkeleton>, pair: PairPose): PerHand<PosedHand> {
  const turn = turnRotation(pair.turn);
  return perHand((side: HandSide) => {
    const { positions, rotations } = poseHand(rests[side], pair[side], side);
    return {
      positions: positions.map((position) => add3(pair.centre, rotate(turn, position))),
      rotations: rotations.map((rotation) => compose(turn, rotation)),
    };
  });
}
