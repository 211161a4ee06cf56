import { describe, expect, test } from 'vitest';
import { expectedHands, type ExpectedHand } from './expected-hand.ts';

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
    expect(expectedHands(alone, { right: null, left: null }).right).toBe(right);
    expect(expectedHands(alone, { right: detected(120), left: null }).right).toBe(right);
    const elsewhere = detected(400);
    expect(expectedHands(alone, { right: elsewhere, left: null }).right).toBe(elsewhere);
    expect(expectedHands(alone, { right: null, left: elsewhere })).toEqual({
      right,
      left: elsewhere,
    });
  });

  test('whose hand it is in dispute: looked at there, told nothing', () => {
    const asLeft = detected(110);
    expect(
      expectedHands({ right: followed(100), left: null }, { right: null, left: asLeft }),
    ).toEqual({ right: null, left: { ...asLeft, prior: null } });
  });

  test('of two clasped hands that are followed, one detection disturbs neither', () => {
    const clasped = { right: followed(100), left: followed(120) };
    expect(expectedHands(clasped, { right: null, left: detected(110) })).toEqual(clasped);
  });
});
