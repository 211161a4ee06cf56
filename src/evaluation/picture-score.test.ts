import { describe, expect, test } from 'vitest';
import type { Vec2 } from '../hands/vectors.ts';
import { keypointPictures, pictureOfPose } from './annotated-picture.ts';
import { jointsWithin } from './joints-within.ts';
import { pictureScore } from './picture-score.ts';

/** A hand 100 px wide and 40 px high. */
const JOINTS = Array.from({ length: 21 }, (_, i): Vec2 => [50 + 5 * i, 80 + (i % 2) * 40]);
const moved = (by: number) => JOINTS.map(([x, y]): Vec2 => [x + by, y]);
const hand = (score: number, by = 0) => ({ score, joints2d: moved(by) });

describe('PCK@0.2', () => {
  test('reaches a fifth of the longer side', () => {
    expect(jointsWithin(moved(19.9), JOINTS)).toBe(21);
    expect(jointsWithin(moved(20), JOINTS)).toBe(0);
  });

  test('leaves out what is not known, and a hand that was not found is wrong', () => {
    const some = JOINTS.map((joint, i) => (i > 0 && i < 20 && i % 3 === 0 ? null : joint));
    expect(jointsWithin(JOINTS, some)).toBe(15);
    expect(jointsWithin(null, JOINTS)).toBe(0);
    expect(jointsWithin(JOINTS, [null, null])).toBe(0);
  });

  test('of a known side counts that side, else the surest hand', () => {
    const found = { right: hand(0.9, 50), left: hand(0.6) };
    const told = (side: 'left' | null) => ({ image: '', hands: [{ side, joints: JOINTS }] });
    expect(pictureScore(found, told('left'))).toEqual({ pck: 1, sidesRight: false });
    expect(pictureScore(found, told(null))).toEqual({ pck: 0, sidesRight: null });
    expect(pictureScore({ ...found, right: null }, told('left')).sidesRight).toBe(true);
    expect(pictureScore(found, { image: '', hands: [] })).toEqual({ pck: null, sidesRight: false });
  });
});

test('COCO keypoints, known and unknown', () => {
  const keypoints = JOINTS.flatMap(([x, y], i) => [x, y, i === 4 ? 0 : 1]);
  const json = {
    images: [{ id: 3, file_name: 'a.jpg' }],
    annotations: [{ image_id: 3, keypoints }],
  };
  const [picture] = keypointPictures({ file: 'set.json', json }, 'right');
  expect(picture!.image).toBe('a.jpg');
  expect(picture!.hands[0]!.side).toBe('right');
  expect(picture!.hands[0]!.joints[3]).toEqual(JOINTS[3]);
  expect(picture!.hands[0]!.joints[4]).toBeNull();
});

test('a pose as its camera sees it', () => {
  const joints = Array.from({ length: 21 }, () => [10, -20, 500] as const);
  const valid = joints.map((_, i) => i > 0);
  const picture = pictureOfPose({
    id: 1,
    image: 'b.jpg',
    box: { x: 0, y: 0, width: 1, height: 1 },
    camera: { fx: 1000, fy: 1000, cx: 250, cy: 150, from: 'calibrated' },
    handType: 'left',
    handTypeValid: true,
    hands: { right: null, left: { joints, valid } },
    rootDepthMm: { right: 500, left: 500 },
  });
  expect(picture.hands).toHaveLength(1);
  expect(picture.hands[0]!.joints[0]).toBeNull();
  expect(picture.hands[0]!.joints[1]![0]).toBeCloseTo(270, 6);
  expect(picture.hands[0]!.joints[1]![1]).toBeCloseTo(110, 6);
});
