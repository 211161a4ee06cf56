import { expect, test } from 'vitest';
import type { InferenceCost } from '../../src/workers/internet-engine.ts';
import { countRows, networkRows, ratioRow, timeRows } from './tables.ts';

const cost = (hands: number): InferenceCost => ({
  cropMs: 1,
  networkMs: 90 + hands,
  decodeMs: 9 - hands,
  dispatches: 1 + 2 * hands,
  bytesReadBack: 12 + 300 * hands,
});
const COSTS = {
  adapter: 'some GPU',
  threads: 2,
  both: [cost(2), cost(2)],
  one: [cost(1)],
  none: [cost(0)],
};

test('networks in seconds, ratios by round', () => {
  expect(networkRows({ ours: [1000, 3000, 2000] })).toEqual({
    'full width, ours (s)': '2.00 / 3.00',
  });
  // Not the ratio of the medians, which is 1.
  expect(ratioRow('a / b', [1, 2, 3], [2, 4, 1])).toEqual({ 'a / b': '0.50 / 3.00' });
});

test('the engine: times, and the share of decoding', () => {
  const rows = timeRows('engine', COSTS);
  expect(Object.keys(rows)).toEqual(['engine, both hands', 'engine, one hand', 'engine, no hand']);
  expect(rows['engine, both hands']).toBe(
    'crop 1.00 / 1.00, network 92.00 / 92.00, decode 7.00 / 7.00 (7.0 % of it all)',
  );
});

test('the engine: what our kernels do', () => {
  expect(countRows('GPU', COSTS)['GPU, one hand']).toBe(
    '3 dispatches of our own, 312 bytes read back',
  );
});
