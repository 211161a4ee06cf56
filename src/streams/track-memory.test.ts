import { describe, expect, test } from 'vitest';
import type { HandEstimate, PoseEstimate } from '../hands/hand-estimate.ts';
import { TrackMemory } from './track-memory.ts';

const hand = (score = 0.9, x = 100): HandEstimate => ({
  score,
  joints: [
    [x, 100, 5],
    [x + 100, 160, 0],
  ],
});

const both = (relativeDepthMm: number | null): PoseEstimate => ({
  hands: { right: hand(), left: hand() },
  relativeDepthMm,
});

const alone = (right: HandEstimate | null): PoseEstimate => ({
  hands: { right, left: null },
  relativeDepthMm: null,
});

describe('TrackMemory', () => {
  test('follows the last joints for a second, never backwards in time', () => {
    const memory = new TrackMemory();
    expect(memory.follows(0)).toBe(false);
    memory.remember({ hands: { right: hand(), left: hand(0.2) }, relativeDepthMm: null }, 100);
    expect(memory.followed(133)).toEqual({
      right: {
        box: { x: 100, y: 100, width: 100, height: 60 },
        prior: { joints: hand().joints, depthKnown: true },
      },
      left: null,
    });
    expect(memory.follows(1100)).toBe(true);
    expect(memory.follows(1101)).toBe(false);
    expect(memory.follows(50)).toBe(false);
  });

  test('a hand moves on with its velocity, but not for long', () => {
    const memory = new TrackMemory();
    memory.remember(alone(hand(0.9, 100)), 0);
    memory.remember(alone(hand(0.9, 110)), 40);
    const wristAt = (timeMs: number) => memory.followed(timeMs).right!.prior!.joints[0];
    expect(wristAt(80)).toEqual([120, 100, 5]);
    expect(wristAt(100)).toEqual([125, 100, 5]);
    expect(memory.followed(100).right!.box.x).toBe(125);
    expect(wristAt(140)).toEqual(wristAt(900));
  });

  test('a hand moves on as a whole: its shape is the last one', () => {
    const memory = new TrackMemory();
    const bent: HandEstimate = {
      score: 0.9,
      joints: [
        [120, 100, 5],
        [200, 150, 0],
      ],
    };
    memory.remember(alone(hand(0.9, 100)), 0);
    memory.remember(alone(bent), 40);
    expect(memory.followed(80).right!.prior!.joints).toEqual([
      [130, 95, 5],
      [210, 145, 0],
    ]);
  });

  test('a hand that was not there before, or long ago, has no velocity', () => {
    const memory = new TrackMemory();
    memory.remember(alone(null), 0);
    memory.remember(alone(hand(0.9, 110)), 40);
    expect(memory.followed(80).right!.box.x).toBe(110);
    memory.remember(alone(hand(0.9, 300)), 2000);
    expect(memory.followed(2040).right!.box.x).toBe(300);
  });

  test('of a hand half believed in, nothing is told', () => {
    const memory = new TrackMemory();
    memory.remember(alone(hand(0.4)), 0);
    expect(memory.followed(33).right).toMatchObject({ box: { x: 100 }, prior: null });
  });

  test('a measured relative depth stands in for the frames between, while both hands are there', () => {
    const memory = new TrackMemory();
    expect(memory.remember(both(null), 0).relativeDepthMm).toBeNull();
    expect(memory.remember(both(40), 33).relativeDepthMm).toBe(40);
    expect(memory.remember(both(null), 66).relativeDepthMm).toBe(40);
    expect(memory.relativeDepthMm(99)).toBe(40);
    expect(memory.relativeDepthMm(66)).toBeNull();
    expect(memory.remember(alone(hand()), 99).relativeDepthMm).toBeNull();
    expect(memory.relativeDepthMm(132)).toBeNull();
    expect(memory.remember(both(null), 1533).relativeDepthMm).toBe(40);
    expect(memory.remember(both(null), 1534).relativeDepthMm).toBeNull();
    expect(memory.remember(both(null), 20).relativeDepthMm).toBeNull();
  });
});
