import { expect, it } from 'vitest';
import { depthLabel } from './depth-label.ts';

it.each([
  [-42.4, 'left 42 mm nearer'],
  [42.4, 'right 42 mm nearer'],
  [-4, 'level'],
  [5, 'right 5 mm nearer'],
])('says who is nearer at %d mm', (mm, text) => {
  expect(depthLabel({ mm, from: 'hand-size' })).toBe(text);
});
