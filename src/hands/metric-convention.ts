import { HAND_SIDES, type PerHand } from './hand-side.ts';
import { handsOfType, type HandType } from './hand-type.ts';

/**
 * Whose rules the metrics follow (internet-spec.md, A1 and A2).
 * 'official', InterHand2.6M's own evaluation: MPJPE is the mean of the joints' means.
 * 'mmpose', its InterHandMetric: MPJPE is the mean over all valid joints of all samples.
 */
export type MetricConvention = 'official' | 'mmpose';

/**
 * Whether the probabilities say which hands there are. A probability of exactly 0.5 is wrong
 * either way in the official code, and says "not there" in MMPose's.
 */
export function tellsHandType(
  handedness: PerHand<number>,
  type: HandType,
  convention: MetricConvention,
): boolean {
  const there = handsOfType(type);
  return HAND_SIDES.every((side) => {
    const probability = handedness[side];
    if (there[side]) return probability > 0.5;
    return convention === 'official' ? probability < 0.5 : probability <= 0.5;
  });
}
