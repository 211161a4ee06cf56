import type { GroundTruth } from './ground-truth.ts';
import { handTypeOf, type HandType } from './hand-type.ts';
import { perHand, type PerHand } from './hand-side.ts';
import { WRIST } from './joints.ts';
import { rootAlignedErrorsMm } from './pose-error.ts';
import type { PoseFrame } from './pose-frame.ts';
import { distance3, subtract3, type Vec3 } from './vectors.ts';

/** What one picture adds to the metrics. */
export interface PoseSample {
  /** True hands in the picture. */
  readonly handType: HandType;
  /** False: the type is too doubtful to count for handedness. */
  readonly handTypeValid: boolean;
  /** Predicted probability that each hand is there, 0..1. */
  readonly handedness: PerHand<number>;
  /**
   * Distance of each of 21 joints (public order) from its true place once both wrists are in one
   * place, mm; null where the true one is not known.
   */
  readonly jointErrorsMm: PerHand<readonly (number | null)[]>;
  /** Distance between the predicted and the true way from right to left wrist, mm. */
  readonly relativeRootErrorMm: number | null;
}

/** Errors of a hand that is not scored. */
export const NO_ERRORS: readonly null[] = Array.from({ length: 21 }, () => null);

/** How far two predicted wrists are from standing to each other as the true ones do, mm. */
export function relativeRootErrorMm(predicted: PerHand<Vec3>, truth: PerHand<Vec3>): number {
  return distance3(subtract3(predicted.left, predicted.right), subtract3(truth.left, truth.right));
}

/**
 * A frame of the live pipeline against what its source knows. A hand that was not found has no
 * joints to score; it counts against handedness alone.
 * @returns null where the picture has no hand
 */
export function livePoseSample(frame: PoseFrame, truth: GroundTruth): PoseSample | null {
  const handType = handTypeOf(perHand((side) => truth.hands[side] !== null));
  if (!handType) return null;
  const pairs = perHand((side) => {
    const [found, real] = [frame.hands[side], truth.hands[side]];
    return found && real ? { found: found.joints3d, real: real.joints3d } : null;
  });
  const { right, left } = pairs;
  return {
    handType,
    handTypeValid: true,
    handedness: perHand((side) => frame.hands[side]?.score ?? 0),
    jointErrorsMm: perHand((side) => {
      const pair = pairs[side];
      return pair ? rootAlignedErrorsMm(pair.found, pair.real) : NO_ERRORS;
    }),
    relativeRootErrorMm:
      right && left
        ? relativeRootErrorMm(
            { right: right.found[WRIST]!, left: left.found[WRIST]! },
            { right: right.real[WRIST]!, left: left.real[WRIST]! },
          )
        : null,
  };
}
