import type { EstimatorKind } from '../hands/hand-estimate.ts';
import type { PerHand } from '../hands/hand-side.ts';

/** The tones of one hand, 0xRRGGBB, from far (dark) over mid to near (bright). */
export interface HandTones {
  readonly far: number;
  readonly mid: number;
  readonly near: number;
}

/**
 * Right amber, left blue: after Okabe & Ito's orange and sky blue (jfly.uni-koeln.de/color), brighter
 * so that both stand out on skin and on a dark stage; told apart with every common colour blindness.
 */
export const HAND_TONES: PerHand<HandTones> = {
  right: { far: 0xc77700, mid: 0xffa61a, near: 0xffe3a3 },
  left: { far: 0x0a6fc2, mid: 0x3fa9ff, near: 0xc2e6ff },
};

/** Estimators side by side: bluish green and reddish purple, after the same scheme, neither hand's. */
export const ESTIMATOR_TONES: Readonly<Record<EstimatorKind, number>> = {
  landmarker: 0x35e0b4,
  internet: 0xff86dc,
};

/** Outlines and shadows over the picture. */
export const OUTLINE = 0x0b0e14;
