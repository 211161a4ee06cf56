import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handAt } from '../../tests/hand-at.ts';
import { createJointFade, type JointFade } from './joint-fade.ts';

const xOf = (hand: ReturnType<JointFade>) => hand?.joints[0]![0];

describe('createJointFade', () => {
  test('one estimator’s joints pass as they are', () => {
    const fade = createJointFade(150);
    const hand = handAt(10);
    expect(fade(hand, 'internet', 0)).toBe(hand);
    expect(fade(null, null, 33)).toBeNull();
  });

  test('a change moves over in its time, and follows the hand meanwhile', () => {
    const fade = createJointFade(150);
    fade(handAt(0), 'landmarker', 0);
    expect(xOf(fade(handAt(30), 'internet', 50))).toBeCloseTo(50 + 30 - 20, 9);
    expect(xOf(fade(handAt(130), 'internet', 100))).toBeCloseTo(50 + 130 - 10, 9);
    expect(xOf(fade(handAt(130), 'internet', 150))).toBe(50 + 130);
  });

  test('a change back midway starts from what was shown', () => {
    const fade = createJointFade(100);
    fade(handAt(0), 'landmarker', 0);
    expect(xOf(fade(handAt(40), 'internet', 50))).toBeCloseTo(50 + 20, 9);
    expect(xOf(fade(handAt(0), 'landmarker', 75))).toBeCloseTo(50 + 15, 9);
  });

  test('a hand that was away, or whose time ran back, starts anew', () => {
    const fade = createJointFade(150);
    fade(handAt(0), 'landmarker', 0);
    fade(null, null, 10);
    expect(xOf(fade(handAt(30), 'internet', 20))).toBe(80);
    expect(xOf(fade(handAt(0), 'landmarker', 5))).toBe(50);
  });

  test('however estimators change, no joint leaps: it lies between what was shown and the new', () => {
    const frame = fc.record({
      ms: fc.integer({ min: 1, max: 200 }),
      landmarks: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 30 }), (frames) => {
        const fade = createJointFade(150);
        const at = { landmarker: handAt(0), internet: handAt(60) };
        let timeMs = 0;
        let shown: number | undefined;
        for (const { ms, landmarks } of frames) {
          const kind = landmarks ? 'landmarker' : 'internet';
          timeMs += ms;
          const x = xOf(fade(at[kind], kind, timeMs))!;
          const goal = xOf(at[kind])!;
          if (shown !== undefined) {
            // Never past the goal, never back; at most the share of the distance that its time allows.
            expect(Math.abs(x - goal)).toBeLessThanOrEqual(Math.abs(shown - goal) + 1e-9);
            expect((x - goal) * (shown - goal)).toBeGreaterThanOrEqual(-1e-9);
            if (ms >= 150) expect(x).toBe(goal);
          }
          shown = x;
        }
      }),
    );
  });
});
