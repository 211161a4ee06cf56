import { map } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, test } from 'vitest';
import { fakeFrame } from '../../tests/fake-frame.ts';
import { defaultIntrinsics } from '../hands/camera-intrinsics.ts';
import { NO_PRIOR } from '../hands/pose-prior.ts';
import type { LiftedHand } from '../hands/lifted-hand.ts';
import { gate, type Gated } from './gate.ts';
import type { Smoothed } from './smooth.ts';

const OPTIONS = { enter: 0.5, leave: 0.3, withRaw: false };

const hand = (score: number): LiftedHand => ({
  score,
  joints2d: Array.from({ length: 21 }, () => [320, 240]),
  rootRelative: Array.from({ length: 21 }, () => [0, 0, 0]),
  rootDepth: { mm: 500, from: 'hand-size' },
});

/** A frame with the given scores of the right and the left hand; null is no hand. */
const scored = (right: number | null, left: number | null): Smoothed => ({
  frame: fakeFrame({ index: 0 }),
  timings: {},
  detections: [],
  detectionsAre: 'of-this-frame',
  sided: { right: null, left: null },
  ignored: [],
  crops: { kind: 'none', crops: [] },
  prior: NO_PRIOR,
  estimate: { hands: { right: null, left: null }, relativeDepthMm: null },
  camera: defaultIntrinsics(640, 480),
  lifted: { right: null, left: null },
  smoothed: {
    right: right === null ? null : hand(right),
    left: left === null ? null : hand(left),
  },
  relativeDepth: { mm: 10, from: 'hand-size' },
});

/** 'R', 'L', 'B'oth or '.' for what is shown; lower case 'd' where a relative depth is. */
const shown = ({ hands, relativeDepth }: Gated) => {
  const both = hands.right && hands.left;
  const who = both ? 'B' : hands.right ? 'R' : hands.left ? 'L' : '.';
  return relativeDepth ? `${who}d` : who;
};

describe('gate', () => {
  test('hysteresis a side, and no relative depth without both hands', () => {
    const frames = {
      a: scored(0.4, null), // not yet sure
      b: scored(0.6, 0.4),
      c: scored(0.4, 0.5), // right stays, left enters
      d: scored(0.2, 0.35), // right leaves, left stays
      e: scored(0.4, null),
    };
    const results: string[] = [];
    new TestScheduler((actual, wanted) => expect(actual).toEqual(wanted)).run(({ hot }) => {
      const source = hot('  -a-bc--d-e|', frames);
      gate(OPTIONS, {})(source).subscribe((gated) => results.push(shown(gated)));
    });
    expect(results).toEqual(['.', 'R', 'Bd', 'L', '.']);
  });

  test('keeps the timing, the end and the unsubscription of its source', () => {
    new TestScheduler((actual, wanted) => expect(actual).toEqual(wanted)).run(
      ({ cold, expectObservable, expectSubscriptions }) => {
        const source = cold('-a--a-|', { a: scored(0.6, 0.6) });
        const out = source.pipe(gate(OPTIONS, {}), map(shown));
        expectObservable(out).toBe('-b--b-|', { b: 'Bd' });
        expectObservable(out, '^--!').toBe('-b--', { b: 'Bd' });
        expectSubscriptions(source.subscriptions).toBe(['^-----!', '^--!']);
      },
    );
  });

  test('each subscription starts with nobody shown', () => {
    const operator = gate(OPTIONS, {});
    for (let run = 0; run < 2; run++) {
      const results: string[] = [];
      new TestScheduler(() => {}).run(({ hot }) => {
        const source = hot('ab|', { a: scored(0.4, null), b: scored(0.6, null) });
        operator(source).subscribe((gated) => results.push(shown(gated)));
      });
      expect(results).toEqual(['.', 'R']);
    }
  });
});
