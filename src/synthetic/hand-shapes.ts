import type { FingerPose, HandShape, ThumbPose } from './hand-pose.ts';

/** Thumb beside the palm, loosely. */
const RELAXED_THUMB: ThumbPose = { opposition: 0.1, spread: 4, knuckle: 4, bend: 4 };
/** Thumb laid over the bent index or middle finger. */
const FOLDED_THUMB: ThumbPose = { opposition: 0.9, spread: 1, knuckle: 35, bend: 73 };
/** Thumb laid over the bent ring or little finger. */
const CROSSED_THUMB: ThumbPose = { opposition: 1.2, spread: 24, knuckle: 54, bend: 56 };

const CURLED: FingerPose = { knuckle: 78, bend: 98, spread: 0 };

function straight(spread: number): FingerPose {
  return { knuckle: 3, bend: 5, spread };
}

/** All fingers up, a little apart. */
export const OPEN: HandShape = {
  thumb: RELAXED_THUMB,
  fingers: [straight(5), straight(1), straight(-3), straight(-7)],
};

/** Fingers slightly bent and apart, so that each tip meets that of the other hand. */
export const ROOF: HandShape = {
  thumb: { opposition: -0.1, spread: -9.5, knuckle: 18.6, bend: -6.2 },
  fingers: [
    { knuckle: 9.9, bend: 6.1, spread: 2 },
    { knuckle: 9.9, bend: 11.9, spread: 0 },
    { knuckle: 9.9, bend: 17.3, spread: -2 },
    { knuckle: 10.3, bend: 34.6, spread: -4 },
  ],
};

export const FIST: HandShape = {
  thumb: FOLDED_THUMB,
  fingers: [CURLED, CURLED, CURLED, CURLED],
};

export const POINT: HandShape = {
  thumb: FOLDED_THUMB,
  fingers: [straight(0), CURLED, CURLED, CURLED],
};

export const TWO: HandShape = {
  thumb: CROSSED_THUMB,
  fingers: [straight(8), straight(-5), CURLED, CURLED],
};

export const THREE: HandShape = {
  thumb: CROSSED_THUMB,
  fingers: [straight(8), straight(0), straight(-8), CURLED],
};

/** Thumb and index finger meet at their pads, the others stay up. */
export const PINCH: HandShape = {
  thumb: { opposition: 0.2, spread: 16, knuckle: 42, bend: 25 },
  fingers: [
    { knuckle: 47, bend: 69, spread: 3 },
    { knuckle: 18, bend: 16, spread: 0 },
    { knuckle: 12, bend: 12, spread: -4 },
    { knuckle: 8, bend: 10, spread: -8 },
  ],
};
