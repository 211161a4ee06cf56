import { describe, expect, test } from 'vitest';
import type { HandEstimate, PoseEstimate } from '../hands/hand-estimate.ts';
import { TrackMemory } from './track-memory.ts';

const hand = (score = 0.9): HandEstimate => ({
  score,
  joints: [
    [100, 100, 0],
    [200, 160, 0],
  ],
});

const both = (relativeDepthMm: number | null): PoseEstimate => ({
  hands: { right: hand(), left: hand() },
  relativeDepthMm,
});

describe('TrackMemory', () => {
  test('follows the last joints for a second, never backwards in time', () => {
    const memory = new TrackMemory();
    expect(memory.follows(0)).toBe(false);
    memory.remember({ hands: { right: hand(), left: hand(0.2) }, relativeDepthMm: null }, 100);
    expect(memory.followed(133)).toEqual({
      right: { x: 100, y: 100, width: 100, height: 60 },
      left: null,
    });
    expect(memory.follows(1100)).toBe(true);
    expect(memory.follows(1101)).toBe(false);
    expect(memory.follows(50)).toBe(false);
  });

  test('a measured relative depth stands in for the frames between, while both hands are there', () => {
    const memory = new TrackMemory();
    expect(memory.remember(both(null), 0).relativeDepthMm).toBeNull();
    expect(memory.remember(both(40), 33).relativeDepthMm).toBe(40);
    expect(memory.remember(both(null), 66).relativeDepthMm).toBe(40);
    const alone = { hands: { right: hand(), left: null }, relativeDepthMm: null };
    expect(memory.remember(alone, 99).relativeDepthMm).toBeNull();
    expect(memory.remember(both(null), 1533).relativeDepthMm).toBe(40);
    expect(memory.remember(both(null), 1534).relativeDepthMm).toBeNull();
    expect(memory.remember(both(null), 20).relativeDepthMm).toBeNull();
  });
});
