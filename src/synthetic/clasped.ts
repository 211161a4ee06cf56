import type { FingerPose, HandPose } from './hand-pose.ts';

function finger(knuckle: number, bend: number, spread: number): FingerPose {
  return { knuckle, bend, spread };
}

/*
 * Fingers of both hands interleaved and laid over the other hand's back. Found by minimising, over
 * all angles, how far 24 capsules a hand (radius 7 mm at a fingertip to 12 mm in the palm) reach
 * into the other hand's and how far fingertips and palms stay from touching it.
 */

export const CLASPED_RIGHT: HandPose = {
  wrist: [-77.1, -10.4, -2.1],
  turn: { yaw: -100, pitch: -4, roll: 34 },
  thumb: { opposition: -0.5, spread: 14, knuckle: 25, bend: -8 },
  fingers: [finger(43, 72, 16), finger(36, 58, 4), finger(85, 31, -16), finger(81, 23, 12)],
};

export const CLASPED_LEFT: HandPose = {
  wrist: [-69.1, -9.9, -4.3],
  turn: { yaw: -101, pitch: -2, roll: 38 },
  thumb: { opposition: 0, spread: -3, knuckle: 12, bend: 1 },
  fingers: [finger(-10, 88, 13), finger(-6, 91, -16), finger(-6, 86, -10), finger(-10, 79, -4)],
};
