import { expect, test } from 'vitest';
import { peakMargin } from './peak-margin.ts';

test('how far the highest cell lies above the next, wherever both are', () => {
  expect(peakMargin(Float32Array.of(9, 1, 5, 3, 9), 1, 3)).toBe(2);
  expect(peakMargin(Float32Array.of(5, 1, 3), 0, 3)).toBe(2);
  expect(peakMargin(Float32Array.of(4, -1, 4), 0, 3)).toBe(0);
});
