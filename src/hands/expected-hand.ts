import {
  boxOfPoints,
  intersectionOverUnion,
  shareOfSmaller,
  type BoundingBox,
} from './bounding-box.ts';
import { detectedJoints, type HandDetection } from './hand-detection.ts';
import type { HandEstimate } from './hand-estimate.ts';
import { otherSide, perHand, type HandSide, type PerHand } from './hand-side.ts';
import { atDepthsOf } from './joint-depths.ts';
import type { HandPrior } from './pose-prior.ts';
import type { Vec3 } from './vectors.ts';

/** Where a hand is looked for, and what a network is told of it. */
export interface ExpectedHand {
  /** Tight, px of the frame. */
  readonly box: BoundingBox;
  readonly prior: HandPrior | null;
}

/** A hand the estimator is less sure of is no longer followed by its joints. */
const FOLLOW_SCORE = 0.3;
/** Of a hand it is less sure of, it is told nothing: as in training (lite/own_prior.py, PRESENT). */
const TOLD_SCORE = 0.5;
/** Overlap under which the detector's newer word stands against what the estimator followed. */
const DRIFT_OVERLAP = 0.3;
/** A followed hand that is larger than this many frames has run away. */
const LARGEST_SHARE = 1.5;
/** Boxes that overlap this much show one hand. */
const SAME_HAND_OVERLAP = 0.5;
/** A box of which so much lies in the other hand's is that hand, or its fingers alone. */
const PART_SHARE = 0.7;

/**
 * A hand of the last estimate, moved on as a whole: what a single joint moved is mostly what the
 * estimator was off, and doubles when it is added (training/runs.md, the tracker).
 * @param before the same hand in the estimate before that one
 * @param steps how many times as much time has gone by since as between those two
 */
export function followedHand(
  hand: HandEstimate | null,
  before: HandEstimate | null,
  steps: number,
): ExpectedHand | null {
  if (!hand || hand.score < FOLLOW_SCORE) return null;
  // A hand that was not there before has no velocity yet.
  const [movedX, movedY] = before ? meanMove(before.joints, hand.joints) : [0, 0];
  const joints = hand.joints.map(([x, y, z]): Vec3 => [x + movedX * steps, y + movedY * steps, z]);
  const isTold = hand.score > TOLD_SCORE;
  return { box: boxOfPoints(joints), prior: isTold ? { joints, depthKnown: true } : null };
}

/** Mean x and y from the one hand's joints to the other's, px. */
function meanMove(from: readonly Vec3[], to: readonly Vec3[]): readonly [number, number] {
  const sum = (axis: 0 | 1) => to.reduce((sum, joint, i) => sum + joint[axis] - from[i]![axis], 0);
  return [sum(0) / to.length, sum(1) / to.length];
}

/**
 * Of followed hands those that are in the frame and fit it: a network that sees no hand in its crop
 * may believe what it is told, and follow nothing out of the picture for ever.
 * @param size of the frame, px
 */
export function handsInSight(
  followed: PerHand<ExpectedHand | null>,
  { width, height }: Pick<BoundingBox, 'width' | 'height'>,
): PerHand<ExpectedHand | null> {
  const largest = LARGEST_SHARE * Math.max(width, height);
  return perHand((side) => {
    const box = followed[side]?.box;
    if (!box) return null;
    const isInside = box.x < width && box.y < height && box.x > -box.width && box.y > -box.height;
    return isInside && Math.max(box.width, box.height) <= largest ? followed[side] : null;
  });
}

/** A hand as the detector saw it. */
export function detectedHand(detection: HandDetection): ExpectedHand {
  return {
    box: detection.box,
    prior: { joints: detectedJoints(detection), depthKnown: true },
  };
}

/**
 * Hands are expected where they were followed to; the detector starts them, and corrects those that
 * have drifted off. Where it takes a lone followed hand for the other one, nothing is told, so that
 * the network makes up its mind anew.
 * @param isNow whether the detector saw this very frame: its joints are then the nearest, though
 *   the network's depths are better (docs/models.md); but one detection where two hands are followed
 *   may be either of them
 */
export function expectedHands(
  followed: PerHand<ExpectedHand | null>,
  detected: PerHand<ExpectedHand | null>,
  isNow: boolean,
): PerHand<ExpectedHand | null> {
  const disputed = (side: HandSide) => {
    const [mine, asOther] = [followed[side], detected[otherSide(side)]];
    return (
      !detected[side] && !followed[otherSide(side)] && overlapOf(mine, asOther) >= SAME_HAND_OVERLAP
    );
  };
  return perHand((side) => {
    const [mine, seen] = [followed[side], detected[side]];
    if (disputed(side)) return null;
    if (seen && disputed(otherSide(side))) return { ...seen, prior: null };
    if (!mine || !seen) return mine ?? seen;
    const other = otherSide(side);
    if (overlapOf(mine, seen) < DRIFT_OVERLAP) {
      return isPartOf(seen, followed[other]) ? mine : seen;
    }
    const isSurelyMine = detected[other] || overlapOf(seen, followed[other]) === 0;
    if (!isNow || !isSurelyMine) return mine;
    return { box: seen.box, prior: withDepths(seen.prior, mine.prior) };
  });
}

/** What the detector saw, as deep as the hand was followed. */
function withDepths(seen: HandPrior | null, followed: HandPrior | null): HandPrior | null {
  if (!seen || !followed?.depthKnown) return seen;
  return { joints: atDepthsOf(seen.joints, followed.joints), depthKnown: true };
}

/** The detector takes the fingers of one clasped hand for the other hand now and then. */
function isPartOf(seen: ExpectedHand, other: ExpectedHand | null): boolean {
  return other !== null && shareOfSmaller(seen.box, other.box) >= PART_SHARE;
}

function overlapOf(a: ExpectedHand | null, b: ExpectedHand | null): number {
  return a && b ? intersectionOverUnion(a.box, b.box) : 0;
}
