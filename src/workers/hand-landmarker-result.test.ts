import { expect, it } from 'vitest';
import { JOINT_COUNT } from '../hands/joints.ts';
import { handDetections } from './hand-landmarker-result.ts';

const hand = (label: string, score: number, left: number) => ({
  landmarks: Array.from({ length: JOINT_COUNT }, (_, i) => ({
    x: left + i / 100,
    y: 0.5 - i / 80,
    z: 0,
    visibility: 0,
  })),
  world: Array.from({ length: JOINT_COUNT }, (_, i) => ({
    x: 0.01 * i - 0.1,
    y: 0.02,
    z: -0.001 * i,
    visibility: 0,
  })),
  category: { categoryName: label, score, index: 0, displayName: label },
});

function result(...hands: ReturnType<typeof hand>[]) {
  const handedness = hands.map(({ category }) => [category]);
  return {
    landmarks: hands.map(({ landmarks }) => landmarks),
    worldLandmarks: hands.map(({ world }) => world),
    handedness,
    handednesses: handedness,
  };
}

it('turns normalised coordinates into px and metres into mm from the wrist', () => {
  const [found] = handDetections(result(hand('Left', 0.9, 0.25)), { width: 640, height: 480 });
  expect(found?.side).toBe('left');
  expect(found?.score).toBe(0.9);
  expect(found?.landmarks[0]).toEqual([160, 240]);
  expect(found?.landmarks[20]?.[0]).toBeCloseTo(288, 9);
  expect(found?.box.x).toBe(160);
  expect(found?.box.y).toBeCloseTo(120, 9);
  expect(found?.box.width).toBeCloseTo(128, 9);
  expect(found?.box.height).toBeCloseTo(120, 9);
  expect(found?.worldLandmarks[0]).toEqual([0, 0, 0]);
  expect(found?.worldLandmarks[20]?.[0]).toBeCloseTo(200, 9);
  expect(found?.worldLandmarks[20]?.[2]).toBeCloseTo(-20, 9);
});

it('gives the surest hand first', () => {
  const found = handDetections(result(hand('Left', 0.7, 0), hand('Right', 0.9, 0.5)), {
    width: 100,
    height: 100,
  });
  expect(found.map(({ side, score }) => [side, score])).toEqual([
    ['right', 0.9],
    ['left', 0.7],
  ]);
});

it('throws on a label it does not know', () => {
  const odd = result(hand('Both', 0.9, 0));
  expect(() => handDetections(odd, { width: 1, height: 1 })).toThrow('unknown handedness Both');
});
