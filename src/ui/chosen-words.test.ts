import { expect, test } from 'vitest';
import { chosenWords } from './chosen-words.ts';

test('chosenWords says whose joints each hand has', () => {
  expect(chosenWords({ right: 'landmarker', left: 'internet' }, 'InterNet-Lite')).toBe(
    'right: landmarks · left: InterNet-Lite',
  );
  expect(chosenWords({ right: null, left: 'internet' }, 'mine.onnx')).toBe(
    'right: no hand · left: mine.onnx',
  );
});
