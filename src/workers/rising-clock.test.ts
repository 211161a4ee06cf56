import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { RisingClock } from './rising-clock.ts';

it('keeps the time of a clip in whole ms and spreads times that round to the same', () => {
  const clock = new RisingClock();
  expect([0, 33.4, 66.7, 66.9, 67.1, 100].map((time) => clock.next(time).stamp)).toEqual([
    0, 33, 67, 68, 69, 100,
  ]);
});

it('restarts exactly when a time is not later than the last', () => {
  const clock = new RisingClock();
  expect([5, 6, 6, 5, 5.5].map((time) => clock.next(time).restarted)).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});

it('rises strictly in integers, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true })), (times) => {
      const clock = new RisingClock();
      const stamps = times.map((time) => clock.next(time).stamp);
      expect(stamps.every(Number.isSafeInteger)).toBe(true);
      expect(stamps.every((stamp, i) => i === 0 || stamp > stamps[i - 1]!)).toBe(true);
    }),
  );
});
