import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasGolden, readSharedJson } from '../../tests/golden.ts';
import { createOneEuro, createPointsOneEuro, oneEuroStep, type OneEuroState } from './one-euro.ts';

interface Golden {
  t_s: number[];
  x: number[];
  sets: {
    mincutoff: number;
    beta: number;
    dcutoff: number;
    y: number[];
    dx_hat: number[];
    cutoff: number[];
  }[];
}

const OPTIONS = { minCutoffHz: 1, beta: 0.01, derivativeCutoffHz: 1 };

describe.skipIf(!hasGolden)('One-Euro on golden samples (needs ../shared/golden)', () => {
  const { t_s, x, sets } = hasGolden
    ? readSharedJson<Golden>('golden/one_euro.json')
    : { t_s: [], x: [], sets: [] };

  it.each(sets)('minimum cutoff $mincutoff, beta $beta', (set) => {
    const { mincutoff: minCutoffHz, beta, dcutoff: derivativeCutoffHz } = set;
    const options = { minCutoffHz, beta, derivativeCutoffHz };
    const { filter } = createOneEuro(options);
    let state: OneEuroState | null = null;
    x.forEach((value, i) => {
      state = oneEuroStep(state, value, t_s[i]! * 1000, options);
      expect(Math.abs(state.value - set.y[i]!)).toBeLessThan(1e-9);
      expect(Math.abs(state.derivative - set.dx_hat[i]!)).toBeLessThan(1e-9);
      expect(Math.abs(state.cutoffHz - set.cutoff[i]!)).toBeLessThan(1e-9);
      expect(filter(value, t_s[i]! * 1000)).toBe(state.value);
    });
    expect(x).toHaveLength(200);
  });
});

describe('createOneEuro', () => {
  it('never leaves the hull of what it was given', () => {
    const samples = fc.array(
      fc.tuple(
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        fc.double({ min: -5, max: 500, noNaN: true }),
      ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(samples, (samples) => {
        const { filter } = createOneEuro(OPTIONS);
        let [timeMs, low, high] = [0, Infinity, -Infinity];
        for (const [value, stepMs] of samples) {
          timeMs += stepMs;
          [low, high] = [Math.min(low, value), Math.max(high, value)];
          const filtered = filter(value, timeMs);
          // The sum of two products rounds: 1000 has its last bit at 1e-13.
          expect(filtered).toBeGreaterThanOrEqual(low - 1e-12);
          expect(filtered).toBeLessThanOrEqual(high + 1e-12);
        }
      }),
    );
  });

  it('keeps its value while time stands still or goes back', () => {
    const { filter } = createOneEuro(OPTIONS);
    filter(10, 0);
    const value = filter(20, 33);
    expect(filter(500, 33)).toBe(value);
    expect(filter(500, 20)).toBe(value);
    expect(filter(20, 66)).toBeGreaterThan(value);
  });

  it('follows more closely after a longer gap', () => {
    const after = (ms: number) => {
      const { filter } = createOneEuro(OPTIONS);
      filter(0, 0);
      return filter(1, ms);
    };
    expect(after(10)).toBeLessThan(after(100));
    expect(after(100)).toBeLessThan(after(10_000));
  });

  it('starts anew after a reset', () => {
    const { filter, reset } = createOneEuro(OPTIONS);
    filter(10, 0);
    filter(12, 33);
    reset();
    expect(filter(400, 40)).toBe(400);
  });

  it('refuses what is no number and goes on without it', () => {
    const { filter } = createOneEuro(OPTIONS);
    filter(10, 0);
    expect(() => filter(Number.NaN, 33)).toThrow(RangeError);
    expect(() => filter(10, Number.NaN)).toThrow(RangeError);
    expect(filter(10, 66)).toBe(10);
  });
});

describe('createPointsOneEuro', () => {
  it('filters each coordinate as a filter of its own would, and touches no input', () => {
    const points = createPointsOneEuro(OPTIONS);
    const scalars = [0, 1, 2, 3, 4, 5].map(() => createOneEuro(OPTIONS));
    for (let frame = 0; frame < 20; frame++) {
      const timeMs = frame * 33 + (frame % 3);
      const given = [0, 1].map((i) => [frame * i, Math.sin(frame) * 40, i - frame] as const);
      const before = structuredClone(given);
      const filtered = points.filter(given, timeMs);
      expect(given).toEqual(before);
      expect(filtered.flat()).toEqual(
        given.flat().map((value, k) => scalars[k]!.filter(value, timeMs)),
      );
    }
  });

  it('refuses another shape until it is reset', () => {
    const points = createPointsOneEuro(OPTIONS);
    points.filter([[1, 2]], 0);
    expect(() => points.filter([[1, 2, 3]], 10)).toThrow(RangeError);
    expect(() =>
      points.filter(
        [
          [1, 2],
          [3, 4],
        ],
        10,
      ),
    ).toThrow(RangeError);
    points.reset();
    expect(points.filter([[1, 2, 3]], 20)).toEqual([[1, 2, 3]]);
  });
});
