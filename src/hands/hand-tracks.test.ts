import { describe, expect, test } from 'vitest';
import type { HandDetection } from './hand-detection.ts';
import type { HandSide } from './hand-side.ts';
import { trackHands, type HandTrack } from './hand-tracks.ts';

const hand = (x: number, side: HandSide, score = 0.97, y = 100): HandDetection => ({
  box: { x, y, width: 100, height: 120 },
  side,
  score,
  landmarks: [],
  worldLandmarks: [],
});

/** Feeds frames of detections, 33 ms apart, and gives what each frame's hands were. */
function follow(frames: readonly (readonly HandDetection[])[]) {
  let tracks: readonly HandTrack[] = [];
  return frames.map((detections, i) => {
    const result = trackHands(tracks, detections, i * 33);
    tracks = result.tracks;
    return result.sided;
  });
}

describe('trackHands', () => {
  test('one frame is enough to tell two hands apart', () => {
    const [{ hands, ignored }] = follow([[hand(50, 'right'), hand(400, 'left', 0.9)]]) as [never];
    expect(hands).toMatchObject({
      right: { detection: { box: { x: 50 } } },
      left: { detection: { box: { x: 400 } } },
    });
    expect(ignored).toEqual([]);
  });

  test('a single frame scores as its label does', () => {
    const [first] = follow([[hand(50, 'right', 0.9)]]);
    expect(first?.hands.right?.score).toBeCloseTo(0.9, 12);
  });

  test('a second hand of the same side is ignored, never relabelled', () => {
    const [first] = follow([[hand(50, 'left', 0.9), hand(400, 'left', 0.97)]]);
    expect(first?.hands.right).toBeNull();
    expect(first?.hands.left?.detection.box.x).toBe(400);
    expect(first?.ignored.map(({ box }) => box.x)).toEqual([50]);
  });

  test('a wrong label at a high score does not swap a hand that is being followed', () => {
    const right = Array.from({ length: 5 }, (_, i) => [hand(50 + i, 'right')]);
    const sided = follow([...right, [hand(55, 'left', 0.99)], [hand(56, 'right')]]);
    expect(sided.map(({ hands }) => [!!hands.right, !!hands.left])).toEqual(
      sided.map(() => [true, false]),
    );
  });

  test('labels that stay contrary turn the track over within six frames', () => {
    const right = Array.from({ length: 10 }, () => [hand(50, 'right', 0.99)]);
    const left = Array.from({ length: 6 }, () => [hand(50, 'left', 0.99)]);
    const sided = follow([...right, ...left]);
    expect(sided.at(-1)?.hands.left).not.toBeNull();
    expect(sided.at(-1)?.hands.right).toBeNull();
  });

  test('two hands that pass each other keep their sides', () => {
    const frames = Array.from({ length: 30 }, (_, i) => [
      hand(50 + i * 12, 'right', 0.97, 100),
      hand(400 - i * 12, 'left', 0.97, 160),
    ]);
    for (const [i, { hands }] of follow(frames).entries()) {
      expect(hands.right?.detection.box.x).toBe(50 + i * 12);
      expect(hands.left?.detection.box.x).toBe(400 - i * 12);
    }
  });

  test('one hand reported twice counts once, with its better label', () => {
    const [first] = follow([[hand(52, 'left', 0.6), hand(50, 'right', 0.95)]]);
    expect(first?.hands.right?.detection.box.x).toBe(50);
    expect(first?.hands.left).toBeNull();
    expect(first?.ignored).toEqual([]);
  });

  test('a hand that was away for long starts without a past', () => {
    const right = Array.from({ length: 10 }, () => [hand(50, 'right', 0.99)]);
    const away = Array.from({ length: 40 }, () => []);
    const sided = follow([...right, ...away, [hand(50, 'left', 0.9)]]);
    expect(sided.at(-1)?.hands.left?.score).toBeCloseTo(0.9, 12);
  });

  test('time that goes back starts without a past', () => {
    const before = trackHands([], [hand(50, 'right', 0.99)], 1000);
    const after = trackHands(before.tracks, [hand(50, 'left', 0.9)], 0);
    expect(after.sided.hands.right).toBeNull();
    expect(after.sided.hands.left?.score).toBeCloseTo(0.9, 12);
  });
});
