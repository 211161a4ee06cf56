import type { Vec3 } from '../hands/vectors.ts';
import type { FingerPose, HandPose, ThumbPose, Turn } from './hand-pose.ts';
import type { PairPose } from './scenes.ts';

/** a at share 0, b at 1; every position and angle between moves in a straight line. */
export function blendPairs(a: PairPose, b: PairPose, share: number): PairPose {
  return {
    centre: blendPoints(a.centre, b.centre, share),
    turn: blendTurns(a.turn, b.turn, share),
    right: blendHands(a.right, b.right, share),
    left: blendHands(a.left, b.left, share),
    freedom: between(a.freedom, b.freedom, share),
  };
}

function blendHands(a: HandPose, b: HandPose, share: number): HandPose {
  const finger = (at: 0 | 1 | 2 | 3) => blendFingers(a.fingers[at], b.fingers[at], share);
  return {
    wrist: blendPoints(a.wrist, b.wrist, share),
    turn: blendTurns(a.turn, b.turn, share),
    thumb: blendThumbs(a.thumb, b.thumb, share),
    fingers: [finger(0), finger(1), finger(2), finger(3)],
  };
}

function blendThumbs(a: ThumbPose, b: ThumbPose, share: number): ThumbPose {
  return {
    opposition: between(a.opposition, b.opposition, share),
    spread: between(a.spread, b.spread, share),
    knuckle: between(a.knuckle, b.knuckle, share),
    bend: between(a.bend, b.bend, share),
  };
}

function blendFingers(a: FingerPose, b: FingerPose, share: number): FingerPose {
  return {
    knuckle: between(a.knuckle, b.knuckle, share),
    bend: between(a.bend, b.bend, share),
    spread: between(a.spread, b.spread, share),
  };
}

function blendTurns(a: Turn, b: Turn, share: number): Turn {
  return {
    yaw: between(a.yaw, b.yaw, share),
    pitch: between(a.pitch, b.pitch, share),
    roll: between(a.roll, b.roll, share),
  };
}

function blendPoints(a: Vec3, b: Vec3, share: number): Vec3 {
  return [between(a[0], b[0], share), between(a[1], b[1], share), between(a[2], b[2], share)];
}

function between(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
