import {
  boxCentre,
  intersectionOverUnion,
  longerSide,
  type BoundingBox,
} from '../hands/bounding-box.ts';
import type { HandDetection } from '../hands/hand-detection.ts';
import type { FrameSize } from './hand-landmarker-result.ts';

/** Where the palm network sees a hand too coarsely: it looks at any picture with 192x192 px. */
const SMALL_HAND = 0.15;
/** A small hand is looked at again in a square this many times its box. */
const AROUND_HAND = 4;
/** A picture longer than this many times its width is looked at again in squares. */
const LONG_PICTURE = 1.25;
/** Boxes that share this much of their union show the same hand. */
const SAME_HAND = 0.3;

/**
 * Squares of a still picture worth a second look, px: around each hand that is small in it (its
 * side is often wrong), or where none was found, overlapping by at least half, along a long picture.
 */
export function secondLooks(
  { width, height }: FrameSize,
  hands: readonly HandDetection[],
): BoundingBox[] {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const square = (x: number, y: number, wanted: number): BoundingBox => {
    const side = Math.min(Math.round(wanted), short);
    const inside = (from: number, room: number) =>
      Math.round(Math.min(Math.max(from, 0), room - side));
    return { x: inside(x, width), y: inside(y, height), width: side, height: side };
  };
  if (hands.length > 0) {
    return hands.flatMap(({ box }) => {
      const size = longerSide(box);
      if (size > SMALL_HAND * long) return [];
      const side = Math.min(AROUND_HAND * size, short);
      const [x, y] = boxCentre(box);
      return square(x - side / 2, y - side / 2, side);
    });
  }
  if (long < LONG_PICTURE * short) return [];
  const steps = Math.ceil((long - short) / (short / 2));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const along = ((long - short) * i) / steps;
    return width > height ? square(along, 0, short) : square(0, along, short);
  });
}

/**
 * Hands of all looks, best first. The same hand seen by two looks counts once, as the surer one saw
 * it; two hands of one look are two hands, however close.
 */
export function mergeLooks(
  looks: readonly (readonly HandDetection[])[],
  maxHands: number,
): HandDetection[] {
  const merged: HandDetection[] = [];
  for (const look of looks) {
    const before = [...merged];
    for (const hand of look) {
      const same = before.find((other) => intersectionOverUnion(hand.box, other.box) > SAME_HAND);
      if (!same) merged.push(hand);
      else if (hand.score > same.score && merged.includes(same))
        merged[merged.indexOf(same)] = hand;
    }
  }
  return merged.sort((a, b) => b.score - a.score).slice(0, maxHands);
}

/** A detection in a part of the picture, in px of the whole picture. */
export function shiftedBy(hand: HandDetection, { x, y }: BoundingBox): HandDetection {
  const box = { ...hand.box, x: hand.box.x + x, y: hand.box.y + y };
  return { ...hand, box, landmarks: hand.landmarks.map(([px, py]) => [px + x, py + y]) };
}
