import { describe, expect, test } from 'vitest';
import { expectedHands, handsInSight, type ExpectedHand } from './expected-hand.ts';

/** A hand in a box of 100 px at x, from that witness. */
const at = (x: number, z: number): ExpectedHand => ({
  box: { x, y: 0, width: 100, height: 100 },
  prior: { joints: [[x, 0, z]], depthKnown: true },
});
const followed = (x: number) => at(x, 1);
const detected = (x: number) => at(x, 2);

describe('expectedHands', () => {
  test('followed where the detector agrees or is silent, else as detected', () => {
    const right = followed(100);
    const alone = { right, left: null };
    expect(expectedHands(alone, { right: null, left: null }, false).right).toBe(right);
    expect(expectedHands(alone, { right: detected(120), left: null }, false).right).toBe(right);
    const elsewhere = detected(400);
    expect(expectedHands(alone, { right: elsewhere, left: null }, true).right).toBe(elsewhere);
    expect(expectedHands(alone, { right: null, left: elsewhere }, false)).toEqual({
      right,
      left: elsewhere,
    });
  });

  test('whose hand it is in dispute: looked at there, told nothing', () => {
    const asLeft = detected(110);
    expect(
      expectedHands({ right: followed(100), left: null }, { right: null, left: asLeft }, true),
    ).toEqual({ right: null, left: { ...asLeft, prior: null } });
  });

  test('of two clasped hands that are followed, one detection disturbs neither', () => {
    const clasped = { right: followed(100), left: followed(120) };
    for (const isNow of [true, false]) {
      expect(expectedHands(clasped, { right: null, left: detected(110) }, isNow)).toEqual(clasped);
    }
    const both = { right: detected(105), left: detected(125) };
    expect(expectedHands(clasped, both, true).left!.box).toEqual(both.left.box);
  });

  test('seen where the other hand is followed, it is that one by a wrong name', () => {
    const apart = { right: followed(100), left: followed(400) };
    const twice = { right: detected(410), left: detected(405) };
    expect(expectedHands(apart, twice, false)).toEqual(apart);
    expect(expectedHands(apart, { right: detected(410), left: null }, false)).toEqual(apart);
  });

  test('the fingers of one hand that the detector takes for the other one are left alone', () => {
    const beside = { right: followed(100), left: followed(170) };
    const fingers = { ...detected(200), box: { x: 200, y: 40, width: 50, height: 50 } };
    for (const left of [null, detected(175)]) {
      expect(expectedHands(beside, { right: fingers, left }, false).right).toEqual(beside.right);
    }
    const away = { ...fingers, box: { ...fingers.box, x: 400 } };
    expect(expectedHands(beside, { right: away, left: null }, false).right).toEqual(away);
  });

  test('seen in this very frame: the detector’s joints, as deep as the hand was followed', () => {
    const alone = { right: followed(100), left: null };
    const seen = { right: detected(120), left: null };
    expect(expectedHands(alone, seen, true).right).toEqual({
      box: detected(120).box,
      prior: { joints: [[120, 0, 1]], depthKnown: true },
    });
    const unknown = { right: { ...followed(100), prior: null }, left: null };
    expect(expectedHands(unknown, seen, true).right).toEqual(detected(120));
  });
});

describe('handsInSight', () => {
  const frame = { width: 640, height: 480 };
  const sized = (side: number): ExpectedHand => ({
    box: { x: -10, y: -10, width: side, height: side },
    prior: null,
  });

  test.each([
    ['in the frame', followed(300), true],
    ['half out of it', followed(-50), true],
    ['gone to the left', followed(-100), false],
    ['gone to the right', followed(640), false],
    ['as large as one and a half frames', sized(960), true],
    ['larger', sized(961), false],
  ])('a hand %s', (_, hand, stays) => {
    expect(handsInSight({ right: hand, left: null }, frame)).toEqual({
      right: stays ? hand : null,
      left: null,
    });
  });
});
