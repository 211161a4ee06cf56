import { HAND_SIDES, type PerHand } from '../hands/hand-side.ts';
import type { HandPose } from '../hands/pose-frame.ts';
import type { AnnotatedHand2d, AnnotatedPicture } from './annotated-picture.ts';
import { jointsWithin } from './joints-within.ts';

/** How well one picture was answered. */
export interface PictureScore {
  /** PCK@0.2 over all joints that are known; null where none is. */
  readonly pck: number | null;
  /** Whether the hands found are those that are there; null where their side is not known. */
  readonly sidesRight: boolean | null;
}

type Found = PerHand<Pick<HandPose, 'score' | 'joints2d'> | null>;

/** A hand whose side the data set does not say is taken for the surest one found. */
export function pictureScore(found: Found, { hands }: AnnotatedPicture): PictureScore {
  const known = hands.flatMap(({ joints }) => joints.filter((joint) => joint !== null)).length;
  const within = hands.reduce(
    (sum, hand) => sum + jointsWithin(foundFor(hand, found)?.joints2d ?? null, hand.joints),
    0,
  );
  const sides = new Set(hands.map(({ side }) => side));
  return {
    pck: known > 0 ? within / known : null,
    sidesRight: sides.has(null)
      ? null
      : HAND_SIDES.every((side) => sides.has(side) === (found[side] !== null)),
  };
}

function foundFor({ side }: AnnotatedHand2d, found: Found) {
  if (side) return found[side];
  const { right, left } = found;
  return (right?.score ?? 0) >= (left?.score ?? 0) ? right : left;
}
