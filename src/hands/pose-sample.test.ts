import { describe, expect, test } from 'vitest';
import type { GroundTruth } from './ground-truth.ts';
import type { HandJoints, HandPose, PoseFrame } from './pose-frame.ts';
import { livePoseSample, NO_ERRORS } from './pose-sample.ts';
import { add3, type Vec3 } from './vectors.ts';

function handAt(x: number): HandJoints {
  const joints3d = Array.from({ length: 21 }, (_, i): Vec3 => [x + i, 5 * i, 500]);
  return { joints2d: joints3d.map(([x, y]) => [x, y]), joints3d };
}

/** The hand moved as a whole, and its index tip (joint 8) a further 6 mm. */
function found(hand: HandJoints, by: Vec3, score: number): HandPose {
  const joints3d = hand.joints3d.map((joint, i) =>
    add3(joint, i === 8 ? [by[0], by[1] + 6, by[2]] : by),
  );
  return { joints2d: hand.joints2d, joints3d, score, rootDepth: { mm: 500, from: 'hand-size' } };
}

const [right, left] = [handAt(-100), handAt(100)];
const truth: GroundTruth = { hands: { right, left }, relativeDepthMm: 0, scene: 'apart' };

function frameOf(hands: PoseFrame['hands']): PoseFrame {
  return { index: 0, time: 0, hands, relativeDepth: null };
}

describe('livePoseSample', () => {
  const both = frameOf({ right: found(right, [3, 0, 0], 0.9), left: found(left, [3, 4, 12], 0.8) });

  test('aligns each hand’s wrist for its joints, and compares the way between the wrists', () => {
    const sample = livePoseSample(both, truth)!;
    expect(sample).toMatchObject({
      handType: 'interacting',
      handTypeValid: true,
      handedness: { right: 0.9, left: 0.8 },
    });
    const expected = Array.from({ length: 21 }, (_, i) => (i === 8 ? 6 : 0));
    expect(sample.jointErrorsMm).toEqual({ right: expected, left: expected });
    expect(sample.relativeRootErrorMm).toBeCloseTo(Math.hypot(4, 12), 10);
  });

  test('a hand not found, or not there, has no joints to score', () => {
    const missed = livePoseSample(frameOf({ ...both.hands, left: null }), truth)!;
    expect(missed.handType).toBe('interacting');
    expect(missed.handedness.left).toBe(0);
    expect(missed.jointErrorsMm.left).toEqual(NO_ERRORS);
    expect(missed.relativeRootErrorMm).toBeNull();

    const invented = livePoseSample(both, { ...truth, hands: { right: null, left } })!;
    expect(invented.handType).toBe('left');
    expect(invented.handedness.right).toBe(0.9);
    expect(invented.jointErrorsMm.right).toEqual(NO_ERRORS);
  });

  test('a picture without hands is no sample', () => {
    expect(livePoseSample(both, { ...truth, hands: { right: null, left: null } })).toBeNull();
  });
});
