import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasGolden, readGolden } from '../../tests/golden.ts';
import {
  boxCentre,
  boxGap,
  boxOfPoints,
  intersectionOverUnion,
  shareOfSmaller,
  squareBox,
  unionOfBoxes,
} from './bounding-box.ts';

const boxes = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 1, max: 500 }),
  height: fc.integer({ min: 1, max: 500 }),
});

describe('shareOfSmaller', () => {
  it('is 1 where one box lies in the other, 0 apart, and the same both ways', () => {
    const large = { x: 0, y: 0, width: 100, height: 100 };
    const small = { x: 75, y: 10, width: 50, height: 20 };
    expect(shareOfSmaller(large, { ...small, x: 20 })).toBe(1);
    expect(shareOfSmaller(large, small)).toBe(0.5);
    expect(shareOfSmaller(small, large)).toBe(0.5);
    expect(shareOfSmaller(large, { ...small, x: 200 })).toBe(0);
    expect(shareOfSmaller({ ...large, width: 0 }, small)).toBe(0);
  });

  it('is at least intersection over union', () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => shareOfSmaller(a, b) >= intersectionOverUnion(a, b)),
    );
  });
});

describe('boxOfPoints', () => {
  it('is tight around points, ignoring depth', () => {
    const box = boxOfPoints([
      [10, 40, 900],
      [30, 5, -900],
      [12, 8, 0],
    ]);
    expect(box).toEqual({ x: 10, y: 5, width: 20, height: 35 });
  });

  it('refuses no points', () => {
    expect(() => boxOfPoints([])).toThrow(RangeError);
  });
});

describe('boxes together', () => {
  const a = { x: 0, y: 0, width: 10, height: 10 };

  it('measures overlap and gap', () => {
    const half = { x: 5, y: 0, width: 10, height: 10 };
    expect(intersectionOverUnion(a, half)).toBeCloseTo(50 / 150, 12);
    expect(boxGap(a, half)).toBe(0);
    expect(boxGap(a, { x: 13, y: 14, width: 1, height: 1 })).toBe(5);
    expect(boxGap(a, { x: 2, y: 17, width: 1, height: 1 })).toBe(7);
    expect(boxGap(a, { x: 10, y: 0, width: 4, height: 4 })).toBe(0);
  });

  it('says 0, not NaN, of two empty boxes', () => {
    const empty = { x: 3, y: 3, width: 0, height: 0 };
    expect(intersectionOverUnion(empty, empty)).toBe(0);
  });

  it('agrees with itself on any two boxes', () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        const union = unionOfBoxes(a, b);
        const overlap = intersectionOverUnion(a, b);
        expect(intersectionOverUnion(b, a)).toBe(overlap);
        expect(intersectionOverUnion(a, a)).toBe(1);
        expect(boxGap(a, b)).toBe(boxGap(b, a));
        expect(overlap > 0 && boxGap(a, b) > 0).toBe(false);
        for (const { x, y, width, height } of [a, b]) {
          expect(union.x <= x && union.x + union.width >= x + width).toBe(true);
          expect(union.y <= y && union.y + union.height >= y + height).toBe(true);
        }
      }),
    );
  });
});

describe('squareBox', () => {
  it('keeps the centre, takes the longer side times 1.25 and does not clip', () => {
    // The box of InterHand2.6M's own demo.
    expect(squareBox({ x: 69, y: 137, width: 165, height: 153 })).toEqual({
      x: 48.375,
      y: 110.375,
      width: 206.25,
      height: 206.25,
    });
    const outside = squareBox({ x: -10, y: -10, width: 20, height: 4 }, 2);
    expect(boxCentre(outside)).toEqual([0, -8]);
    expect(outside.width).toBe(40);
  });

  it.skipIf(!hasGolden)('matches process_bbox (needs ../shared/golden)', () => {
    const { meta } = readGolden<{
      cases: { bbox_in_xywh: number[]; processed_bbox_xywh: number[] }[];
    }>('prep_synthetic');
    expect(meta.cases).toHaveLength(4);
    for (const { bbox_in_xywh: given, processed_bbox_xywh: expected } of meta.cases) {
      const [x = 0, y = 0, width = 0, height = 0] = given;
      const square = squareBox({ x, y, width, height });
      expect([square.x, square.y, square.width, square.height]).toEqual(expected);
    }
  });
});
