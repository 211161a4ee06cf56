import { describe, expect, test } from 'vitest';
import type { BoundingBox } from './bounding-box.ts';
import { planCrops } from './crop-plan.ts';

const box = (x: number, y = 100): BoundingBox => ({ x, y, width: 80, height: 100 });
const plan = (right: BoundingBox | null, left: BoundingBox | null, withUnion = false) =>
  planCrops({ right, left }, { withUnion });

describe('planCrops', () => {
  test('nobody there: nothing to crop', () => {
    expect(plan(null, null, true)).toEqual({ kind: 'none', crops: [] });
  });

  test('one hand: one square around it, grown by 1.25 about the same centre', () => {
    const { kind, crops } = plan(null, box(200));
    expect(kind).toBe('single');
    expect(crops).toEqual([
      { box: { x: 240 - 62.5, y: 150 - 62.5, width: 125, height: 125 }, sides: ['left'] },
    ]);
  });

  test('touching or nearly touching: one square that holds both', () => {
    for (const x of [100, 170, 230]) {
      const { kind, crops } = plan(box(100), box(x));
      expect(kind).toBe('near');
      expect(crops).toHaveLength(1);
      expect(crops[0]!.sides).toEqual(['right', 'left']);
      expect(crops[0]!.box.x).toBeLessThanOrEqual(100);
      expect(crops[0]!.box.x + crops[0]!.box.width).toBeGreaterThanOrEqual(x + 80);
    }
  });

  test('apart: one square a hand, and one around both when it is its turn', () => {
    const apart = plan(box(50), box(400));
    expect(apart.kind).toBe('apart');
    expect(apart.crops.map(({ sides }) => sides)).toEqual([['right'], ['left']]);
    const withUnion = plan(box(50), box(400), true);
    expect(withUnion.crops.slice(0, 2)).toEqual(apart.crops);
    expect(withUnion.crops[2]!.sides).toEqual(['right', 'left']);
  });

  test('every crop is square', () => {
    for (const { box: square } of plan(box(50), box(400), true).crops) {
      expect(square.width).toBe(square.height);
    }
  });
});
