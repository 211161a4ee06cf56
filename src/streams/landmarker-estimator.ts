import { detectedJoints } from '../hands/hand-detection.ts';
import type { HandEstimate } from '../hands/hand-estimate.ts';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import type { SidedHand } from '../hands/hand-tracks.ts';
import type { PoseEstimator } from './pose-estimator.ts';

/** The detector's own landmarks. It sees each hand alone, so it knows no relative depth. */
export function landmarkerEstimator(): PoseEstimator {
  return {
    id: 'landmarker',
    backend: 'wasm',
    detectorPace: 'each',
    estimate: ({ sided }) => ({ hands: landmarkHands(sided), relativeDepthMm: null }),
    [Symbol.dispose]: () => {},
  };
}

/** Detections as estimates: picture landmarks for x and y, metric ones for the depth behind the wrist. */
export function landmarkHands(sided: PerHand<SidedHand | null>): PerHand<HandEstimate | null> {
  return perHand((side) => {
    const hand = sided[side];
    return hand && { score: hand.score, joints: detectedJoints(hand.detection) };
  });
}
