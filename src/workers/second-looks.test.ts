import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoundingBox } from '../hands/bounding-box.ts';
import type { HandDetection } from '../hands/hand-detection.ts';
import { mergeLooks, secondLooks, shiftedBy } from './second-looks.ts';

const seen = (box: BoundingBox, score = 0.9, side: 'left' | 'right' = 'left'): HandDetection => ({
  box,
  side,
  score,
  landmarks: [[box.x, box.y]],
  worldLandmarks: [[0, 0, 0]],
});
const box = (x: number, y: number, width: number, height = width) => ({ x, y, width, height });

describe('secondLooks', () => {
  it('looks nowhere again where a large hand was found, or none in a squarish picture', () => {
    expect(secondLooks({ width: 640, height: 480 }, [seen(box(100, 100, 120))])).toEqual([]);
    expect(secondLooks({ width: 480, height: 480 }, [])).toEqual([]);
  });

  it('looks around a small hand, inside the picture', () => {
    expect(secondLooks({ width: 640, height: 480 }, [seen(box(300, 200, 40))])).toEqual([
      box(240, 140, 160),
    ]);
    expect(secondLooks({ width: 640, height: 480 }, [seen(box(0, 450, 30))])).toEqual([
      box(0, 360, 120),
    ]);
  });

  it('covers a long picture with squares that lie in it and share at least half', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 16, max: 4000 }),
      height: fc.integer({ min: 16, max: 4000 }),
    });
    fc.assert(
      fc.property(sizes, (size) => {
        const [short, long] = [
          Math.min(size.width, size.height),
          Math.max(size.width, size.height),
        ];
        fc.pre(long > 1.25 * short && long < 8 * short);
        const starts = secondLooks(size, []).map((part) => {
          expect([part.width, part.height]).toEqual([short, short]);
          expect(part.x + part.width).toBeLessThanOrEqual(size.width);
          expect(part.y + part.height).toBeLessThanOrEqual(size.height);
          return size.width > size.height ? part.x : part.y;
        });
        expect([starts[0], starts.at(-1)]).toEqual([0, long - short]);
        for (const [i, start] of starts.slice(1).entries())
          expect(start - starts[i]!).toBeLessThanOrEqual(short / 2 + 1);
      }),
    );
  });
});

describe('mergeLooks', () => {
  it('keeps the surer view of the same hand', () => {
    const coarse = seen(box(208, 122, 28), 0.83, 'right');
    const fine = seen(box(208, 120, 28), 0.93, 'left');
    expect(mergeLooks([[coarse], [fine]], 2)).toEqual([fine]);
    expect(mergeLooks([[fine], [coarse]], 2)).toEqual([fine]);
  });

  it('keeps two hands of one look, however close, and the best of too many', () => {
    const clasped = [seen(box(0, 0, 50), 0.9), seen(box(2, 0, 50), 0.8, 'right')];
    expect(mergeLooks([clasped], 2)).toEqual(clasped);
    const third = seen(box(200, 0, 50), 0.99);
    expect(mergeLooks([clasped, [third]], 2)).toEqual([third, clasped[0]]);
  });
});

it('shiftedBy moves picture coordinates only', () => {
  const moved = shiftedBy(seen(box(1, 2, 10)), box(100, 50, 30));
  expect([moved.box, moved.landmarks, moved.worldLandmarks]).toEqual([
    box(101, 52, 10),
    [[101, 52]],
    [[0, 0, 0]],
  ]);
});
