import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import type { Vec3 } from './vectors.ts';
import { compose, rotate, rotationAbout } from './rotation.ts';

const AXES: readonly Vec3[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const rotation = tuple(constantFrom(...AXES), integer({ min: -180, max: 180 })).map(
  ([axis, degrees]) => rotationAbout(axis, degrees),
);
const turned = tuple(rotation, rotation).map(([a, b]) => compose(a, b));
const coordinate = integer({ min: -100, max: 100 });
const vector = tuple(coordinate, coordinate, coordinate);

/** To 9 decimals. */
function rounded(v: Vec3): number[] {
  return v.map((value) => Math.round(value * 1e9) / 1e9 + 0);
}

test('a quarter turn about z takes x to y', () => {
  expect(rounded(rotate(rotationAbout([0, 0, 1], 90), [1, 0, 0]))).toEqual([0, 1, 0]);
});

test('composing turns first by the second, then by the first', () => {
  assert(
    property(turned, turned, vector, (a, b, v) => {
      const [x, y, z] = rotate(compose(a, b), v);
      const [u, w, t] = rotate(a, rotate(b, v));
      expect(Math.hypot(x - u, y - w, z - t)).toBeLessThan(1e-9);
    }),
  );
});

test('a rotation keeps lengths', () => {
  assert(
    property(turned, vector, (a, v) => {
      expect(Math.hypot(...rotate(a, v))).toBeCloseTo(Math.hypot(...v), 9);
    }),
  );
});
