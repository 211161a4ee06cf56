import { squareBox, type BoundingBox } from '../hands/bounding-box.ts';
import type { CropPlan } from '../hands/crop-plan.ts';
import type { PoseEstimate } from '../hands/hand-estimate.ts';
import { HAND_SIDES, perHand } from '../hands/hand-side.ts';
import { NO_PRIOR, type PosePrior } from '../hands/pose-prior.ts';
import type { Vec3 } from '../hands/vectors.ts';
import { turnedBack, turnedPicture, type QuarterTurns } from './turned-picture.ts';

/** One look of a network at a picture: where, and what it is told. */
export type LookOnce = (
  image: VideoFrame,
  plan: CropPlan,
  prior: PosePrior,
) => Promise<PoseEstimate>;

/** A picture this many times as long as wide is looked at in parts, too. */
const LONG_PICTURE = 1.1;
/**
 * Looks at all of a picture of which nothing is known, turned to each of its sides: the network
 * knows upright hands best.
 * @param turn another than turnedPicture where there is no canvas
 */
export async function lookEverywhere(
  look: LookOnce,
  image: VideoFrame,
  turn = turnedPicture,
): Promise<PoseEstimate[]> {
  const found = await inSquares(look, image);
  for (const turns of [1, 2, 3] as const) {
    const turned = turn(image, turns);
    try {
      const seen = await inSquares(look, turned);
      found.push(...seen.map((pose) => poseTurnedBack(pose, turns, image)));
    } finally {
      turned.close();
    }
  }
  return found;
}

async function inSquares(look: LookOnce, image: VideoFrame): Promise<PoseEstimate[]> {
  const found: PoseEstimate[] = [];
  for (const box of squaresOf(image)) {
    const plan: CropPlan = { kind: 'near', crops: [{ box, sides: HAND_SIDES }] };
    found.push(await look(image, plan, NO_PRIOR));
  }
  return found;
}

/** All of the picture, and where it is longer than wide, the squares at its ends and its middle. */
function squaresOf({ displayWidth: width, displayHeight: height }: VideoFrame): BoundingBox[] {
  const all = squareBox({ x: 0, y: 0, width, height }, 1);
  const side = Math.min(width, height);
  if (all.width < LONG_PICTURE * side) return [all];
  const parts = [0, 0.5, 1].map((share) => ({
    x: share * (width - side),
    y: share * (height - side),
    width: side,
    height: side,
  }));
  return [all, ...parts];
}

function poseTurnedBack(pose: PoseEstimate, turns: QuarterTurns, image: VideoFrame): PoseEstimate {
  return {
    ...pose,
    hands: perHand((side) => {
      const hand = pose.hands[side];
      const back = ([x, y, z]: Vec3): Vec3 => [...turnedBack([x, y], turns, image), z];
      return hand && { ...hand, joints: hand.joints.map(back) };
    }),
  };
}
