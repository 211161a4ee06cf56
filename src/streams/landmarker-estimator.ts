import { detectedJoints } from '../hands/hand-detection.ts';
import type { HandEstimate } from '../hands/hand-estimate.ts';
import { perHand } from '../hands/hand-side.ts';
import type { SidedHand } from '../hands/hand-tracks.ts';
import type { PoseEstimator } from './pose-estimator.ts';

/**
 * The detector's own landmarks as an estimate: picture landmarks for x and y, metric landmarks for
 * the depth behind the wrist. It sees each hand alone, so it knows no relative depth.
 */
export function landmarkerEstimator(): PoseEstimator {
  return {
    id: 'landmarker',
    backend: 'wasm',
    detectorPace: 'each',
    estimate: ({ sided }) => ({
      hands: perHand((side) => estimateHand(sided[side])),
      relativeDepthMm: null,
    }),
    [Symbol.dispose]: () => {},
  };
}

function estimateHand(hand: SidedHand | null): HandEstimate | null {
  if (!hand) return null;
  return { score: hand.score, joints: detectedJoints(hand.detection) };
}
