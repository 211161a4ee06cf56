import { expect, test } from 'vitest';
import { cropTensor } from './crop-tensor.ts';
import { mmposeCut } from './mmpose-crop.ts';

test('crops become planes of red, green and blue in 0..1, one after the other', () => {
  const picture = {
    data: Uint8Array.of(255, 51, 0, 255, 0, 102, 153, 0),
    width: 2,
    height: 1,
    channels: 4,
  };
  const whole = { x: 0, y: 0, width: 2, height: 2 };
  const right = { x: 1, y: 0, width: 2, height: 2 };
  const tensor = cropTensor(picture, [whole, right], 2);
  expect(Array.from(tensor, (value) => Math.round(value * 255))).toEqual(
    [
      [255, 0, 0, 0, 51, 102, 0, 0, 0, 153, 0, 0],
      [0, 0, 0, 0, 102, 0, 0, 0, 153, 0, 0, 0],
    ].flat(),
  );
  expect(tensor[4]).toBe(Math.fround(51 / 255));
});

test('cuts as it is told', () => {
  const gray = { data: Uint8Array.of(10, 10, 10, 21, 21, 21), width: 2, height: 1, channels: 3 };
  const halfway = { x: 0.5, y: 0, width: 1, height: 1 };
  expect(cropTensor(gray, [halfway], 1)[0]).toBeCloseTo(15.5 / 255, 6);
  expect(cropTensor(gray, [halfway], 1, mmposeCut)[0]).toBeCloseTo(16 / 255, 6);
});
