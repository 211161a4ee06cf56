import { squareBox } from '../hands/bounding-box.ts';
import { planCrops, type CropPlan } from '../hands/crop-plan.ts';
import { followedHand } from '../hands/expected-hand.ts';
import { meanJointScore, type PoseEstimate } from '../hands/hand-estimate.ts';
import { HAND_SIDES, perHand } from '../hands/hand-side.ts';
import { lookEverywhere, type LookOnce } from './look-everywhere.ts';
import type { EstimatorInput } from './pose-estimator.ts';
import { turnedPicture } from './turned-picture.ts';

/** Around a lone hand also squares this many times its own, for another that touches it. */
const WIDER = [1.4, 1.8];
/** After the surest of the first looks so many on what the last one saw; more change little. */
const LOOKS = 4;
/** A hand that the detector missed is one from this mean score of its joints on (docs/models.md). */
const FOUND_SCORE = 0.3;

const NOBODY: PoseEstimate = { hands: { right: null, left: null }, relativeDepthMm: null };

/**
 * Looks at a picture that no other will follow for as long as it helps: where the detector saw a
 * hand, wider around a lone one, or everywhere and from all sides where it saw none; then at what
 * was seen, each time told what the last look saw, as in a stream (`search` of
 * training/lite/search.py).
 * @param turn another than turnedPicture where there is no canvas
 */
export async function lookLonger(
  look: LookOnce,
  input: EstimatorInput,
  turn = turnedPicture,
): Promise<PoseEstimate> {
  const { crops, image, sided } = input;
  const first =
    crops.kind === 'none' ? await lookEverywhere(look, image, turn) : await near(look, input);
  let found = surest(first);
  for (let i = 0; i < LOOKS; i++) found = await lookAgain(look, image, found);
  return {
    ...found,
    hands: perHand((side) => {
      const hand = found.hands[side];
      return hand && (sided[side] || (meanJointScore(hand) ?? 1) >= FOUND_SCORE) ? hand : null;
    }),
  };
}

/** Where the detector saw hands; wider, too, where it saw one. */
async function near(look: LookOnce, { image, crops, prior }: EstimatorInput) {
  const [lone] = crops.kind === 'single' ? crops.crops : [];
  const wider = WIDER.flatMap((times): CropPlan[] =>
    lone ? [{ kind: 'single', crops: [{ ...lone, box: squareBox(lone.box, times) }] }] : [],
  );
  const found: PoseEstimate[] = [];
  for (const plan of [crops, ...wider]) found.push(await look(image, plan, prior));
  return found;
}

function surest(found: readonly PoseEstimate[]): PoseEstimate {
  return found.reduce((best, pose) => (belief(pose) > belief(best) ? pose : best), NOBODY);
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
  image: VideoFrame,
  { hands, relativeDepthMm }: PoseEstimate,
): Promise<PoseEstimate> {
  const expected = perHand((side) => followedHand(hands[side], null, 0));
  const crops = planCrops(
    perHand((side) => expected[side]?.box ?? null),
    { withUnion: true },
  );
  if (crops.kind === 'none') return Promise.resolve(NOBODY);
  const prior = { hands: perHand((side) => expected[side]?.prior ?? null), relativeDepthMm };
  return look(image, crops, prior);
}
