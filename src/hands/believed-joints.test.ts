import { describe, expect, test } from 'vitest';
import { believedJoints } from './believed-joints.ts';
import type { HandPrior } from './pose-prior.ts';
import type { Vec3 } from './vectors.ts';

const SAID: readonly Vec3[] = [
  [100, 200, 30],
  [110, 220, -10],
];
const TOLD: HandPrior = {
  joints: [
    [0, 0, 0],
    [10, 20, 10],
  ],
  depthKnown: true,
};

describe('believedJoints', () => {
  test('sure: the network’s word', () => {
    expect(believedJoints(SAID, [0.5, 0.7], TOLD)).toEqual(SAID);
    expect(believedJoints(SAID, [1, 1], TOLD)).toEqual(SAID);
  });

  test('half sure: half of it', () => {
    const [wrist, tip] = believedJoints(SAID, [0.25, 0.35], TOLD);
    expect(wrist).toEqual([50, 100, 15]);
    expect(tip).toEqual([60, 120, 0]);
  });

  test('unsure: a fifth of it still', () => {
    expect(believedJoints(SAID, [0, 0], TOLD)[0]).toEqual([20, 40, 6]);
  });

  test('told nothing, it is all there is; told no depth, its depth is', () => {
    expect(believedJoints(SAID, [0, 0], null)).toBe(SAID);
    const flat = believedJoints(SAID, [0, 0], { ...TOLD, depthKnown: false });
    expect(flat.map(([, , z]) => z)).toEqual([30, -10]);
  });
});
