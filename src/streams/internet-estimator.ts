import { believedJoints } from '../hands/believed-joints.ts';
import { cropAffine, transformPoint } from '../hands/crop-affine.ts';
import type { CropPlan, PlannedCrop } from '../hands/crop-plan.ts';
import type { HandEstimate, PoseEstimate } from '../hands/hand-estimate.ts';
import { DEFAULT_GATE } from '../hands/handedness-gate.ts';
import { HAND_SIDES, otherSide, perHand, type HandSide } from '../hands/hand-side.ts';
import { NO_PRIOR, priorOfCrop, type PosePrior } from '../hands/pose-prior.ts';
import type { Vec3 } from '../hands/vectors.ts';
import type { CropInference, InferenceCost, InternetEngine } from '../workers/internet-engine.ts';
import type { LookOnce } from './look-everywhere.ts';
import type { PoseEstimator } from './pose-estimator.ts';
import { lookLonger } from './still-looks.ts';

const NOBODY: PoseEstimate = { hands: { right: null, left: null }, relativeDepthMm: null };

/** A crop, what InterNet was told of it and saw in it, and whose hands that may be. */
interface Look extends PlannedCrop {
  readonly told: PosePrior;
  readonly seen: CropInference;
  readonly holds: readonly HandSide[];
}

/** An InterNet as an estimator. */
export interface InternetEstimator extends PoseEstimator {
  /** Where the last inference's time went; null before the first. */
  readonly cost: InferenceCost | null;
}

/**
 * InterNet on the planned crops. A side's hand is taken from the crop planned for it alone, else
 * from one around both, else from another's where InterNet takes that hand for it; its score is
 * InterNet's own handedness, the detector's label only planned.
 * @param engine lent: whoever opened it disposes it
 * @param id the model's name in the recording's header
 */
export function internetEstimator(engine: InternetEngine, id: string): InternetEstimator {
  let cost: InferenceCost | null = null;
  return {
    id,
    get backend() {
      return engine.state.backend;
    },
    detectorPace: 'beside',
    get cost() {
      return cost;
    },
    async estimate(input) {
      const { image, crops, prior, isStill } = input;
      const takesPrior = engine.contract.prior !== null;
      const look: LookOnce = async (picture, plan, expected) => {
        const boxes = plan.crops.map(({ box }) => box);
        const told = plan.crops.map(({ sides }) =>
          takesPrior ? priorOfCrop(expected, sides) : NO_PRIOR,
        );
        // Down to the threshold that a shown hand is hidden at: the gate behind needs both of its own.
        const inference = await engine.infer(picture, boxes, {
          gate: DEFAULT_GATE.leave,
          ...(takesPrior && { priors: told }),
        });
        cost = inference.cost;
        return poseFromCrops(plan, told, inference.crops, engine.contract.inputSize);
      };
      if (isStill && takesPrior) return lookLonger(look, input);
      return crops.kind === 'none' ? NOBODY : look(image, crops, prior);
    },
    [Symbol.dispose]: () => {},
  };
}

/** Puts both hands together from what was seen in each crop, px of the frame. */
function poseFromCrops(
  plan: CropPlan,
  told: readonly PosePrior[],
  seen: readonly CropInference[],
  inputSize: number,
): PoseEstimate {
  const looks = plan.crops.map((crop, i): Look => ({
    ...crop,
    told: told[i]!,
    seen: seen[i]!,
    holds: heldIn(plan.kind, crop, seen[i]!),
  }));
  const both = looks.find(
    ({ holds, seen: { hands } }) => holds.length === 2 && hands.right && hands.left,
  );
  return {
    hands: perHand((side) => handOf(side, looks, inputSize)),
    relativeDepthMm: both?.seen.relativeDepthMm ?? null,
  };
}

/** A lone hand may be two clasped ones; in a crop of one of two apart, the other is cut off. */
function heldIn(
  kind: CropPlan['kind'],
  { sides }: PlannedCrop,
  { handedness }: CropInference,
): readonly HandSide[] {
  if (kind === 'single') return HAND_SIDES;
  const [side] = sides;
  if (!side || sides.length === 2) return sides;
  const other = otherSide(side);
  return [handedness[other] > handedness[side] ? other : side];
}

function handOf(side: HandSide, looks: readonly Look[], inputSize: number): HandEstimate | null {
  const seers = looks.filter(({ holds, seen }) => holds.includes(side) && seen.hands[side]);
  const look = seers.find(({ sides }) => sides.includes(side)) ?? seers[0];
  const hand = look?.seen.hands[side];
  if (!look || !hand) return null;
  const { inverse } = cropAffine(look.box, inputSize);
  const joints = hand.joints.map(([x, y, z]): Vec3 => [...transformPoint(inverse, [x, y]), z]);
  return {
    score: look.seen.handedness[side],
    joints: believedJoints(joints, hand.scores, look.told.hands[side]),
    jointScores: hand.scores,
  };
}
