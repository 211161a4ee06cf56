import type { HandSide, PerHand } from './hand-side.ts';
import type { Vec3 } from './vectors.ts';

/** Where one hand is expected. */
export interface HandPrior {
  /** 21 joints, public order: [x, y px of the frame, z mm behind the own wrist]. */
  readonly joints: readonly Vec3[];
  /** Whether z means anything. */
  readonly depthKnown: boolean;
}

/** What is expected of a frame before a network looks: from the last frame, or the detector. */
export interface PosePrior {
  readonly hands: PerHand<HandPrior | null>;
  /** Left root depth minus right root depth, mm; null where it is not known. */
  readonly relativeDepthMm: number | null;
}

/** Nothing is expected. */
export const NO_PRIOR: PosePrior = { hands: { right: null, left: null }, relativeDepthMm: null };

/**
 * What is told of a crop: the hands it is planned for, and the relative depth where both are told
 * (`_guess` of training/lite/tracker.py).
 */
export function priorOfCrop(
  { hands, relativeDepthMm }: PosePrior,
  sides: readonly HandSide[],
): PosePrior {
  const right = sides.includes('right') ? hands.right : null;
  const left = sides.includes('left') ? hands.left : null;
  return { hands: { right, left }, relativeDepthMm: right && left && relativeDepthMm };
}
