import { describe, expect, test } from 'vitest';
import type { LiftedHand } from './lifted-hand.ts';
import { createHandSmoother, createReturnDetector, DEFAULT_SMOOTHING } from './smoothing.ts';

/** A hand at rest whose every coordinate shakes: +amount on even frames, -amount on odd ones. */
const shaking = (frame: number, amount: number): LiftedHand => {
  const shake = frame % 2 === 0 ? amount : -amount;
  return {
    score: 0.9,
    joints2d: Array.from({ length: 21 }, (_, joint) => [100 + joint + shake, 200 + shake]),
    rootRelative: Array.from({ length: 21 }, (_, joint) => [joint + shake, shake, shake]),
    rootDepth: { mm: 500 + 10 * shake, from: 'hand-size' },
  };
};

const swing = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

describe('createHandSmoother', () => {
  for (const rateHz of [5, 10, 30, 60]) {
    test(`at ${rateHz} frames a second a shaking hand shakes less, its depth least`, () => {
      const smoother = createHandSmoother(DEFAULT_SMOOTHING, 640);
      const smoothed = Array.from({ length: 60 }, (_, frame) =>
        smoother.smooth(shaking(frame, 1), (frame * 1000) / rateHz)!,
      ).slice(20);
      expect(swing(smoothed.map(({ joints2d }) => joints2d[0]![0]))).toBeLessThan(0.85 * 2);
      expect(swing(smoothed.map(({ rootRelative }) => rootRelative[0]![2]))).toBeLessThan(0.85 * 2);
      expect(swing(smoothed.map(({ rootDepth }) => rootDepth.mm))).toBeLessThan(0.75 * 20);
    });
  }

  test('a hand that returns starts where it is, without a trail from where it was', () => {
    const smoother = createHandSmoother(DEFAULT_SMOOTHING, 640);
    for (let frame = 0; frame < 10; frame++) smoother.smooth(shaking(frame, 0), frame * 33);
    for (let frame = 10; frame < 20; frame++) expect(smoother.smooth(null, frame * 33)).toBeNull();
    const far = shaking(0, 150);
    expect(smoother.smooth(far, 20 * 33)).toEqual(far);
  });

  test('time that goes back starts anew', () => {
    const smoother = createHandSmoother(DEFAULT_SMOOTHING, 640);
    smoother.smooth(shaking(0, 0), 5000);
    const far = shaking(0, 150);
    expect(smoother.smooth(far, 0)).toEqual(far);
  });
});

test('a return is told after an absence or a stale past, not after slow frames', () => {
  const returns = createReturnDetector(150);
  const history: readonly (readonly [boolean, number])[] = [
    [true, 0], // the first sight
    [true, 300], // slow, not away
    [false, 400],
    [true, 430], // away, but briefly
    [false, 500],
    [true, 700], // away for long
    [true, 1800], // stale
    [true, 1000], // back in time
  ];
  expect(history.map(([seen, timeMs]) => returns(seen, timeMs))).toEqual([
    true,
    false,
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});
