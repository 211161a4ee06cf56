import { describe, expect, test } from 'vitest';
import { handAt } from '../../tests/hand-at.ts';
import { relativeDepthTrust, withBestDepths } from './auto-depth.ts';
import { DEFAULT_AUTO } from './auto-options.ts';
import { UNDECIDED, type AutoState, type Sights } from './auto-state.ts';
import type { HandEstimate } from './hand-estimate.ts';

const NOBODY = { right: null, left: null };

/** The same hand, its joints as deep as they are numbered. */
const deep = (hand: HandEstimate): HandEstimate => ({
  ...hand,
  joints: hand.joints.map(([x, y], joint) => [x + 1, y + 1, joint]),
});

function frame(landmarker: HandEstimate | null, internet: HandEstimate | null) {
  const sights: Sights = {
    timeMs: 0,
    fresh: true,
    landmarker: { ...NOBODY, right: landmarker },
    internet: { ...NOBODY, right: internet },
  };
  const kind = landmarker ? 'landmarker' : 'internet';
  const state: AutoState = {
    ...UNDECIDED,
    chosen: { ...NOBODY, right: kind },
    hands: sights[kind],
  };
  return withBestDepths('right', state, sights, DEFAULT_AUTO);
}

describe('withBestDepths', () => {
  const flat = handAt(100);

  test('landmarks get the depths of InterNet, which sees the same hand', () => {
    const { hand, source } = frame(flat, deep(flat));
    expect(hand!.joints).toEqual(flat.joints.map(([x, y], joint) => [x, y, joint]));
    expect(hand!.score).toBe(flat.score);
    expect(source).toBe('landmarker and internet');
  });

  test('they keep their own where InterNet sees none, or one elsewhere', () => {
    for (const other of [null, deep(handAt(200))]) {
      expect(frame(flat, other)).toEqual({ hand: flat, source: 'landmarker' });
    }
  });

  test('what InterNet shows alone stays as it is', () => {
    expect(frame(null, deep(flat))).toEqual({ hand: deep(flat), source: 'internet' });
  });
});

describe('relativeDepthTrust', () => {
  const trust = (x: number) => {
    const hands = { right: handAt(0), left: handAt(x) };
    const sights: Sights = { timeMs: 0, fresh: true, landmarker: NOBODY, internet: hands };
    return relativeDepthTrust(hands, sights, DEFAULT_AUTO)!;
  };

  test('whole where hands touch, none far apart, falling steadily between', () => {
    expect(trust(50)).toBe(1);
    expect(trust(1000)).toBe(0);
    const way = Array.from({ length: 200 }, (_, x) => trust(x));
    way.slice(1).forEach((now, i) => {
      expect(now).toBeLessThanOrEqual(way[i]!);
      expect(way[i]! - now).toBeLessThan(0.1);
    });
  });

  test('unknown where InterNet misses one of them', () => {
    const sights: Sights = {
      timeMs: 0,
      fresh: true,
      landmarker: NOBODY,
      internet: { right: handAt(0), left: null },
    };
    const shown = { right: handAt(0), left: handAt(90) };
    expect(relativeDepthTrust(shown, sights, DEFAULT_AUTO)).toBeNull();
  });
});
