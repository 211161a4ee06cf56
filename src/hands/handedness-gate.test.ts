import { expect, test } from 'vitest';
import { passesGate } from './handedness-gate.ts';

const OPTIONS = { enter: 0.5, leave: 0.3 };

test('a hand enters at one threshold and leaves at a lower one', () => {
  const scores = [0.2, 0.45, 0.5, 0.45, 0.31, 0.29, 0.45, 0.6, undefined, 0.45];
  let shown = false;
  const history = scores.map((score) => (shown = passesGate(shown, score, OPTIONS)));
  expect(history).toEqual([false, false, true, true, true, false, false, true, false, false]);
});
