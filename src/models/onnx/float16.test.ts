import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { float16ToFloat32 } from '../torch/half-floats.ts';
import { float32ToFloat16 } from './float16.ts';

const toHalf = (value: number) => float32ToFloat16(new Float32Array([value]))[0]!;
const fromHalf = (bits: number) => float16ToFloat32(new Uint16Array([bits]))[0]!;

describe('float32ToFloat16', () => {
  test('every half comes back as it was', () => {
    const halves = Uint16Array.from({ length: 0x10000 }, (_, bits) => bits);
    const back = float32ToFloat16(float16ToFloat32(halves));
    const isNaN = (bits: number) => (bits & 0x7fff) > 0x7c00;
    const changed = halves.filter((bits, i) => back[i] !== bits && !isNaN(bits));
    expect(changed).toHaveLength(0);
    expect(halves.every((bits, i) => isNaN(bits) === isNaN(back[i]!))).toBe(true);
  });

  test('takes the nearest half', () => {
    const value = fc.float({ noNaN: true, min: -65504, max: 65504 });
    fc.assert(
      fc.property(value, (value) => {
        const bits = toHalf(value);
        const error = Math.abs(fromHalf(bits) - value);
        for (const neighbour of [bits - 1, bits + 1]) {
          const other = fromHalf(neighbour & 0xffff);
          if (Number.isFinite(other)) expect(error).toBeLessThanOrEqual(Math.abs(other - value));
        }
      }),
    );
  });

  test.each([
    [1 + 2 ** -11, 0x3c00, 'a tie goes to the even neighbour below'],
    [1 + 3 * 2 ** -11, 0x3c02, 'a tie goes to the even neighbour above'],
    [2 ** -25, 0, 'half of the smallest half is nothing'],
    [3 * 2 ** -25, 2, 'a tie between the smallest halves'],
    [65519.99609375, 0x7bff, 'the largest that is still finite'],
    [65520, 0x7c00, 'infinite from here on'],
    [-1e10, 0xfc00, 'minus infinite'],
    [-0, 0x8000, 'minus zero'],
  ])('%d is %i: %s', (value, bits) => {
    expect(toHalf(value)).toBe(bits);
  });
});
