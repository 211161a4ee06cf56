import { expect, test } from 'vitest';
import { turnedBack } from './turned-picture.ts';

test('corners of a picture that was turned lie where they were', () => {
  const size = { displayWidth: 40, displayHeight: 30 };
  // Clockwise, the bottom left corner becomes the top left one.
  expect(turnedBack([0, 0], 1, size)).toEqual([0, 29]);
  expect(turnedBack([29, 0], 1, size)).toEqual([0, 0]);
  expect(turnedBack([0, 0], 2, size)).toEqual([39, 29]);
  expect(turnedBack([0, 0], 3, size)).toEqual([39, 0]);
  expect(turnedBack([0, 39], 3, size)).toEqual([0, 0]);
});
