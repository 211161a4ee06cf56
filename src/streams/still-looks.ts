import { squareBox, type BoundingBox } from '../hands/bounding-box.ts';
import { planCrops, type CropPlan } from '../hands/crop-plan.ts';
import { followedHand } from '../hands/expected-hand.ts';
import { meanJointScore, type PoseEstimate } from '../hands/hand-estimate.ts';
import { HAND_SIDES, perHand } from '../hands/hand-side.ts';
import { NO_PRIOR, type PosePrior } from '../hands/pose-prior.ts';
import type { EstimatorInput } from './pose-estimator.ts';

/** One look of a network at the picture: where, and what it is told. */
export type LookOnce = (plan: CropPlan, prior: PosePrior) => Promise<PoseEstimate>;

/** Around a lone hand also squares this many times its own, for another that touches it. */
const WIDER = [1.4, 1.8];
/** A picture this many times as long as wide is looked at in parts, too. */
const LONG_PICTURE = 1.1;
/** After the surest of the first looks so many on what the last one saw; more change little. */
const LOOKS = 4;
/** A hand that the detector missed is one from this mean score of its joints on (docs/models.md). */
const FOUND_SCORE = 0.3;

const NOBODY: PoseEstimate = { hands: { right: null, left: null }, relativeDepthMm: null };

/**
 * Looks at a picture that no other will follow for as long as it helps: where the detector saw a
 * hand, wider around a lone one, or everywhere where it saw none; then at what was seen, each time
 * told what the last look saw, as in a stream (`search` of training/lite/search.py).
 */
export async function lookLonger(look: LookOnce, input: EstimatorInput): Promise<PoseEstimate> {
  let found = await surest(look, firstPlans(input));
  for (let i = 0; i < LOOKS; i++) found = await lookAgain(look, found);
  const { sided } = input;
  return {
    ...found,
    hands: perHand((side) => {
      const hand = found.hands[side];
      return hand && (sided[side] || (meanJointScore(hand) ?? 1) >= FOUND_SCORE) ? hand : null;
    }),
  };
}

interface Plan {
  readonly crops: CropPlan;
  readonly prior: PosePrior;
}

function firstPlans({ crops, prior, image }: EstimatorInput): readonly Plan[] {
  const [lone] = crops.crops;
  if (!lone) {
    return squaresOf(image).map((box) => ({
      crops: { kind: 'near', crops: [{ box, sides: HAND_SIDES }] },
      prior: NO_PRIOR,
    }));
  }
  const squares = crops.kind === 'single' ? WIDER.map((times) => squareBox(lone.box, times)) : [];
  const wider = squares.map((box): CropPlan => ({ kind: 'single', crops: [{ ...lone, box }] }));
  return [crops, ...wider].map((plan) => ({ crops: plan, prior }));
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

async function surest(look: LookOnce, plans: readonly Plan[]): Promise<PoseEstimate> {
  let best = NOBODY;
  for (const { crops, prior } of plans) {
    const found = await look(crops, prior);
    if (belief(found) > belief(best)) best = found;
  }
  return best;
}

/** How many joints are believed to be right; of a hand half believed in, a quarter. */
function belief({ hands }: PoseEstimate): number {
  return HAND_SIDES.reduce((sum, side) => {
    const hand = hands[side];
    return sum + (hand ? hand.score ** 2 * (meanJointScore(hand) ?? 1) : 0);
  }, 0);
}

function lookAgain(
  look: LookOnce,
  { hands, relativeDepthMm }: PoseEstimate,
): Promise<PoseEstimate> {
  const expected = perHand((side) => followedHand(hands[side], null, 0));
  const crops = planCrops(
    perHand((side) => expected[side]?.box ?? null),
    { withUnion: true },
  );
  if (crops.kind === 'none') return Promise.resolve(NOBODY);
  const prior = { hands: perHand((side) => expected[side]?.prior ?? null), relativeDepthMm };
  return look(crops, prior);
}
