import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HAND_SIDES, perHand } from './hand-side.ts';
import { fromInterhandOrder, interhandIndex } from './interhand-joints.ts';
import { NO_PRIOR, priorOfCrop, type HandPrior, type PosePrior } from './pose-prior.ts';
import golden from './prior-inputs.golden.json' with { type: 'json' };
import { priorInputs, type PriorShape } from './prior-inputs.ts';
import type { Vec3 } from './vectors.ts';

const SHAPE: PriorShape = { inputSize: 192, size: 24, sigma: 1.5 };
const CELLS = 24 * 24;

const hand = (joints: readonly Vec3[]): HandPrior => ({ joints, depthKnown: true });
const all = (at: Vec3) => hand(Array.from({ length: 21 }, () => at));
const rightAlone = (right: HandPrior): PosePrior => ({ ...NO_PRIOR, hands: { right, left: null } });

describe('priorInputs', () => {
  test('as training draws them', () => {
    const expected: PosePrior = {
      hands: perHand((side) =>
        hand(fromInterhandOrder(golden.joints as unknown as readonly Vec3[], side)),
      ),
      relativeDepthMm: golden.relativeDepth,
    };
    const boxes = golden.crops.map(({ box: [x = 0, y = 0, side = 0] }) => ({
      x,
      y,
      width: side,
      height: side,
    }));
    const told = golden.crops.map(({ sides }) =>
      priorOfCrop(
        expected,
        sides.map((side) => HAND_SIDES[side]!),
      ),
    );
    const { prior, prior_depth, prior_relative_depth } = priorInputs(told, boxes, SHAPE);
    golden.crops.forEach(({ cells, mapSums, depth, relative }, crop) => {
      const maps = prior.subarray(crop * 42 * CELLS, (crop + 1) * 42 * CELLS);
      for (const [joint, row, column, value] of cells as [number, number, number, number][]) {
        expect(maps[joint * CELLS + row * 24 + column]).toBeCloseTo(value, 5);
      }
      mapSums.forEach((sum, joint) => {
        const map = maps.subarray(joint * CELLS, (joint + 1) * CELLS);
        expect(map.reduce((a, b) => a + b)).toBeCloseTo(sum, 3);
      });
      depth.flat().forEach((value, i) => expect(prior_depth[crop * 84 + i]).toBeCloseTo(value, 4));
      expect(Array.from(prior_relative_depth.subarray(2 * crop, 2 * crop + 2))).toEqual(relative);
    });
  });

  test('by hand: px 3.5 of the input is the middle of cell 0, px 11.5 of cell 1', () => {
    // 192 px of the frame for 192 of the input: px x of the frame is px x - 10 of the input.
    const box = { x: 10, y: 20, width: 192, height: 192 };
    const { prior, prior_depth } = priorInputs([rightAlone(all([13.5, 31.5, -7]))], [box], SHAPE);
    expect(prior.subarray(0, 3)).toEqual(
      Float32Array.from([0, 1, 2], (x) => Math.exp(-(x * x + 1) / 4.5)),
    );
    expect(prior[24]).toBeCloseTo(1, 12);
    expect(prior_depth.subarray(0, 4)).toEqual(Float32Array.of(-7, 1, -7, 1));
    expect(prior.subarray(21 * CELLS).every((value) => value === 0)).toBe(true);
    expect(prior_depth.subarray(42).every((value) => value === 0)).toBe(true);
  });

  test('joints of unknown depth are drawn all the same', () => {
    const box = { x: 0, y: 0, width: 100, height: 100 };
    const flat = rightAlone({ ...all([50, 50, 12]), depthKnown: false });
    const { prior, prior_depth, prior_relative_depth } = priorInputs([flat], [box], SHAPE);
    expect(Math.max(...prior)).toBeGreaterThan(0.9);
    expect([...prior_depth, ...prior_relative_depth].every((value) => value === 0)).toBe(true);
  });

  test('nothing known: zeros', () => {
    const box = { x: 0, y: 0, width: 100, height: 100 };
    const inputs = priorInputs([NO_PRIOR, NO_PRIOR], [box, box], SHAPE);
    expect(Object.values(inputs).map(({ length }) => length)).toEqual([2 * 42 * CELLS, 168, 4]);
    for (const values of Object.values(inputs)) {
      expect((values as Float32Array).every((value) => value === 0)).toBe(true);
    }
  });

  test('a joint’s peak lies where the joint lies in the crop, wherever the crop and whatever its size', () => {
    const place = fc.double({ min: -300, max: 300, noNaN: true });
    const part = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    const width = fc.double({ min: 20, max: 500, noNaN: true });
    const joint = fc.nat({ max: 20 });
    fc.assert(
      fc.property(place, place, width, part, part, joint, (x, y, side, across, down, index) => {
        const box = { x, y, width: side, height: side };
        const joints = Array.from({ length: 21 }, (_, i): Vec3 =>
          i === index ? [x + across * side, y + down * side, 0] : [x, y, 0],
        );
        const { prior } = priorInputs([rightAlone(hand(joints))], [box], SHAPE);
        const row = interhandIndex('right', index);
        const map = prior.subarray(row * CELLS, (row + 1) * CELLS);
        const peak = map.indexOf(Math.max(...map));
        // Px across · 192 of the input is cell across · 24 + 0.5 / 8 - 0.5.
        expect(Math.abs((peak % 24) - (across * 24 - 0.4375))).toBeLessThanOrEqual(0.5001);
        expect(Math.abs(Math.floor(peak / 24) - (down * 24 - 0.4375))).toBeLessThanOrEqual(0.5001);
        expect(map[peak]).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });
});
