import { of, share, Subject } from 'rxjs';
import { expect, test } from 'vitest';
import { fakeFrame } from '../../tests/fake-frame.ts';
import type { Gated } from './gate.ts';
import { lendFrame } from './lend-frame.ts';

/** Only what lendFrame reads. */
const gated = (index: number) => {
  const hands = { right: null, left: null };
  const estimate = { hands, relativeDepthMm: null };
  return { frame: fakeFrame({ index }), hands, estimate, timings: {} } as unknown as Gated & {
    frame: ReturnType<typeof fakeFrame>;
  };
};

test('every subscriber sees the picture open; after the last it is closed', () => {
  const source = new Subject<Gated>();
  const lent = source.pipe(lendFrame(), share());
  const seen: string[] = [];
  lent.subscribe(({ frame }) => seen.push(`first ${frame.index}`));
  const item = gated(3);
  lent.subscribe(({ frame }) =>
    seen.push(`second ${frame.index} closed ${item.frame.image.closed}`),
  );
  source.next(item);
  expect(seen).toEqual(['first 3', 'second 3 closed false']);
  expect(item.frame.image.closed).toBe(true);
});

test('closes the picture of a frame that nobody took to the end', () => {
  const item = gated(0);
  of<Gated>(item).pipe(lendFrame()).subscribe();
  expect(item.frame.image.closed).toBe(true);
});
