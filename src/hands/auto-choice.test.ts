import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handAt } from '../../tests/hand-at.ts';
import { autoChoice } from './auto-choice.ts';
import { DEFAULT_AUTO, type AutoOptions } from './auto-options.ts';
import { UNDECIDED, type AutoState, type Sights } from './auto-state.ts';
import type { HandEstimate } from './hand-estimate.ts';
import { jointGap } from './hand-likeness.ts';
import { HAND_SIDES, type PerHand } from './hand-side.ts';

type Hands = PerHand<HandEstimate | null>;

const NOBODY: Hands = { right: null, left: null };
const both = (right: HandEstimate, left: HandEstimate): Hands => ({ right, left });
const only = (side: 'right' | 'left', hand: HandEstimate): Hands => ({ ...NOBODY, [side]: hand });

const APART = both(handAt(100), handAt(400));
const CLASPED = both(handAt(200), handAt(240, 130));

/** One frame of a scene. */
interface Scene {
  readonly landmarker: Hands;
  readonly internet: Hands;
  readonly fresh?: boolean;
}

/** Frames of a steady 30 Hz; `frames` tells what is seen in which. */
function play(
  frames: readonly Scene[],
  options: AutoOptions = DEFAULT_AUTO,
  before: AutoState = UNDECIDED,
): AutoState[] {
  const start = before === UNDECIDED ? 0 : before.timeMs + FRAME_MS;
  let state = before;
  return frames.map(({ fresh = true, ...seen }, i) => {
    state = autoChoice(state, { ...seen, fresh, timeMs: start + i * FRAME_MS }, options);
    return state;
  });
}

const FRAME_MS = 33;
const during = (ms: number, scene: Scene): Scene[] =>
  Array.from({ length: Math.ceil(ms / FRAME_MS) }, () => scene);
const last = <T>(list: readonly T[]): T => list.at(-1)!;
const wordOf = ({ chosen: { right, left } }: AutoState) =>
  [right, left].map((kind) => kind?.[0] ?? '-').join('');

describe('autoChoice: two hands', () => {
  test('apart, and both mean the same: the landmarks, in each frame', () => {
    const scene = { landmarker: APART, internet: APART };
    expect(wordOf(last(play([scene])))).toBe('ll');
    expect(last(play(during(1000, scene))).needsLandmarks).toBe(true);
  });

  test('they come together: InterNet after changeMs, and then at its own pace', () => {
    const [apart] = play([{ landmarker: APART, internet: APART }]);
    const clasp = { landmarker: CLASPED, internet: CLASPED };
    const states = play(during(500, clasp), DEFAULT_AUTO, apart);
    const changes = states.findIndex((state) => wordOf(state) === 'ii');
    expect((changes + 1) * FRAME_MS).toBeGreaterThanOrEqual(DEFAULT_AUTO.changeMs);
    expect(states.slice(0, changes).every((state) => wordOf(state).startsWith('l'))).toBe(true);
    expect(states.slice(changes).every((state) => wordOf(state) === 'ii')).toBe(true);
    expect(last(states).needsLandmarks).toBe(false);
  });

  test('clasped, the detector loses them: InterNet at once, until its handedness ends a hand', () => {
    const [apart] = play([{ landmarker: APART, internet: APART }]);
    const lost = { landmarker: NOBODY, internet: CLASPED };
    const states = play(during(3000, lost), DEFAULT_AUTO, apart);
    expect(states.every((state) => wordOf(state) === 'ii')).toBe(true);
    const gone = { landmarker: NOBODY, internet: only('right', CLASPED.right!), fresh: false };
    expect(wordOf(last(play([gone], DEFAULT_AUTO, last(states))))).toBe('i-');
  });

  test('they part again: news of both brings landmarks of each frame, then the landmarks', () => {
    const [apart] = play([{ landmarker: APART, internet: APART }]);
    const clasped = last(
      play(during(600, { landmarker: NOBODY, internet: CLASPED }), DEFAULT_AUTO, apart),
    );
    const beside = { landmarker: APART, internet: APART, fresh: false };
    const parting = play(during(600, beside), DEFAULT_AUTO, clasped);
    expect(parting.every((state) => wordOf(state) === 'ii')).toBe(true);
    expect(parting[0]!.needsLandmarks).toBe(false);
    expect(last(parting).needsLandmarks).toBe(true);
    const [fresh] = play([{ landmarker: APART, internet: APART }], DEFAULT_AUTO, last(parting));
    expect(wordOf(fresh!)).toBe('ll');
    expect(fresh!.needsLandmarks).toBe(true);
  });

  test('news that is not confirmed changes nothing, and the network keeps its pace', () => {
    const shown = last(
      play(during(400, { landmarker: NOBODY, internet: only('right', handAt(0)) })),
    );
    const news = { landmarker: only('right', handAt(0)), internet: only('right', handAt(0)) };
    const due = last(play(during(400, { ...news, fresh: false }), DEFAULT_AUTO, shown));
    expect(due.needsLandmarks).toBe(true);
    const missed = { ...news, landmarker: NOBODY };
    const after = last(play([missed], DEFAULT_AUTO, due));
    expect(wordOf(after)).toBe('i-');
    expect(after.needsLandmarks).toBe(false);
  });

  test('the detector sees one hand of two that clasp: InterNet for both', () => {
    const [apart] = play([{ landmarker: APART, internet: APART }]);
    const half = { landmarker: only('left', CLASPED.left!), internet: CLASPED };
    const states = play(during(400, half), DEFAULT_AUTO, apart);
    expect(wordOf(states[0]!)).toBe('il');
    expect(wordOf(last(states))).toBe('ii');
  });

  test('the detector’s two hands fall on one: InterNet, which tells them apart, has both', () => {
    const shown = last(play(during(400, { landmarker: APART, internet: APART })));
    const collapsed = { landmarker: both(handAt(240, 130), handAt(242, 131)), internet: CLASPED };
    expect(wordOf(last(play([collapsed], DEFAULT_AUTO, shown)))).toBe('ii');
  });

  test('InterNet swaps hands apart: both stay where they were', () => {
    const shown = last(play(during(100, { landmarker: APART, internet: APART })));
    const swapped = { landmarker: APART, internet: both(handAt(400), handAt(100)) };
    const states = play(during(1000, swapped), DEFAULT_AUTO, shown);
    expect(states.every((state) => wordOf(state) === 'll')).toBe(true);
  });
});

describe('autoChoice: one hand', () => {
  const right = only('right', handAt(100));

  test('the detector misses it now and then: one change, not one a miss', () => {
    const seen = { landmarker: right, internet: right };
    const missed = { landmarker: NOBODY, internet: right };
    const states = play(Array.from({ length: 90 }, (_, i) => (i % 4 === 3 ? missed : seen)));
    const words = states.map(wordOf);
    expect(words.filter((word, i) => i > 0 && word !== words[i - 1])).toEqual(['i-']);
  });

  test('it ends when neither sees it', () => {
    const shown = last(play([{ landmarker: right, internet: right }]));
    expect(
      wordOf(last(play([{ landmarker: NOBODY, internet: NOBODY }], DEFAULT_AUTO, shown))),
    ).toBe('--');
  });

  test('missed by the detector in the open, InterNet must be sure of it', () => {
    const shown = last(play([{ landmarker: right, internet: right }]));
    const missed = (score: number) => ({
      landmarker: NOBODY,
      internet: only('right', handAt(100, 100, score)),
    });
    expect(wordOf(last(play([missed(0.6)], DEFAULT_AUTO, shown)))).toBe('i-');
    expect(wordOf(last(play([missed(0.4)], DEFAULT_AUTO, shown)))).toBe('--');
  });

  test('InterNet does not see it: the landmarks', () => {
    expect(wordOf(last(play([{ landmarker: right, internet: NOBODY }])))).toBe('l-');
  });

  test('they contradict each other: the one that stays where the hand was', () => {
    const shown = last(play([{ landmarker: right, internet: right }]));
    const strayed = { landmarker: only('right', handAt(180)), internet: right };
    const states = play(during(400, strayed), DEFAULT_AUTO, shown);
    expect(states.every((state) => wordOf(state) === 'i-')).toBe(true);
    const steady = { landmarker: right, internet: only('right', handAt(180)) };
    expect(wordOf(last(play(during(400, steady), DEFAULT_AUTO, shown)))).toBe('l-');
  });
});

describe('autoChoice: ghosts', () => {
  const right = only('right', handAt(100));

  test('InterNet takes the one hand for the other side, or for both: one hand is shown', () => {
    for (const internet of [only('left', handAt(103)), both(handAt(100), handAt(103))]) {
      const states = play(during(2000, { landmarker: right, internet }));
      expect(states.every((state) => wordOf(state) === 'l-')).toBe(true);
    }
  });

  test('hands that interlock are two where InterNet believes in the joints of both', () => {
    const scored = (hand: HandEstimate, score: number) => ({
      ...hand,
      jointScores: hand.joints.map(() => score),
    });
    const scene = (x: number, score: number) => {
      const internet = both(scored(handAt(100), 0.6), scored(handAt(x), score));
      return { landmarker: only('left', handAt(x)), internet };
    };
    expect(wordOf(last(play(during(1000, scene(115, 0.5)))))).toBe('ii');
    expect(wordOf(last(play(during(1000, scene(115, 0.2)))))).toBe('-l');
    expect(wordOf(last(play(during(1000, scene(106, 0.5)))))).toBe('-l');
  });

  test('much surer of the side than the detector, InterNet turns the hand over, once', () => {
    const unsure = only('right', handAt(100, 100, 0.6));
    const words = play(
      during(1000, { landmarker: unsure, internet: only('left', handAt(103)) }),
    ).map(wordOf);
    expect(words.filter((word, i) => i > 0 && word !== words[i - 1])).toEqual(['-i']);
    expect(words[0]).toBe('l-');
  });

  test('a second hand that InterNet sees away from the one the detector sees is none', () => {
    const internet = both(handAt(100), handAt(400));
    const states = play(during(2000, { landmarker: right, internet }));
    expect(states.every((state) => wordOf(state) === 'l-')).toBe(true);
  });

  test('near it, it may be its clasped other hand: after some time and if sure', () => {
    const internet = (score: number) => both(handAt(100), handAt(160, 130, score));
    const sure = play(during(1500, { landmarker: right, internet: internet(0.9) }));
    expect(wordOf(sure[3]!)).toBe('l-');
    expect(wordOf(last(sure))).toBe('ii');
    const unsure = play(during(1500, { landmarker: right, internet: internet(0.7) }));
    expect(unsure.every((state) => wordOf(state) === 'l-')).toBe(true);
  });

  test('of two hands, one leaves the picture: InterNet’s memory of it ends with its certainty', () => {
    const shown = last(play(during(100, { landmarker: APART, internet: APART })));
    const leaving = (score: number) => ({
      landmarker: right,
      internet: both(handAt(100), handAt(400, 100, score)),
    });
    expect(wordOf(last(play([leaving(0.7)], DEFAULT_AUTO, shown)))).toBe('li');
    expect(wordOf(last(play([leaving(0.45)], DEFAULT_AUTO, shown)))).toBe('l-');
  });
});

describe('autoChoice, whatever is seen', () => {
  const place = fc.record({
    x: fc.constantFrom(100, 102, 150, 190, 400),
    score: fc.constantFrom(0.35, 0.6, 0.85, 0.99),
  });
  const hand = fc.option(
    place.map(({ x, score }) => handAt(x, 100, score)),
    { nil: null },
  );
  const hands = fc.record({ right: hand, left: hand });
  const scene = fc.record({ landmarker: hands, internet: hands, fresh: fc.boolean() });
  const scenes = fc.array(scene, { minLength: 1, maxLength: 40 });

  test('shows only what the chosen estimator sees in this very frame, and no hand twice', () => {
    fc.assert(
      fc.property(scenes, (frames) => {
        play(frames).forEach(({ chosen, hands: shown }, i) => {
          for (const side of HAND_SIDES) {
            const kind = chosen[side];
            if (!kind) continue;
            expect(shown[side]).toBe(frames[i]![kind][side]);
            expect(shown[side]).not.toBeNull();
            if (kind === 'landmarker') expect(frames[i]!.fresh).toBe(true);
          }
          if (shown.right && shown.left) {
            expect(jointGap(shown.right, shown.left)).toBeGreaterThanOrEqual(DEFAULT_AUTO.sameHand);
          }
        });
      }),
    );
  });

  test('hides no hand that the detector sees in this frame, unless the other side has it', () => {
    fc.assert(
      fc.property(scenes, (frames) => {
        play(frames).forEach(({ chosen, hands: shown }, i) => {
          if (!frames[i]!.fresh) return;
          const seen = HAND_SIDES.filter((side) => frames[i]!.landmarker[side]);
          const hidden = seen.filter((side) => !chosen[side]);
          if (hidden.length > 0) expect(shown.right ?? shown.left).not.toBeNull();
          expect(hidden.length).toBeLessThan(2);
        });
      }),
    );
  });

  test('a scene that stays brings two changes a hand at most, and then none', () => {
    fc.assert(
      fc.property(scenes, scene, (frames, stays) => {
        const before = last(play(frames));
        const words = play(during(2500, { ...stays, fresh: true }), DEFAULT_AUTO, before).map(
          wordOf,
        );
        const half = words.slice(words.length / 2);
        expect(new Set(half).size).toBe(1);
        for (const place of [0, 1]) {
          const changes = words.filter((word, i) => i > 0 && word[place] !== words[i - 1]![place]);
          expect(changes.length).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('while both see a hand and neither leaps, it changes no oftener than every changeMs', () => {
    // The left hand's are always contradicted, the right hand's never; who is surer changes.
    const near = (x: number) =>
      place.map(({ x: jitter, score }) => handAt(x + jitter / 40, 100, score));
    const full = fc.record({
      landmarker: fc.record({ right: near(0), left: near(300) }),
      internet: fc.record({ right: near(0), left: near(350) }),
    });
    fc.assert(
      fc.property(fc.array(full, { minLength: 40, maxLength: 80 }), (frames) => {
        const states = play(frames);
        for (const side of HAND_SIDES) {
          let sinceMs = -Infinity;
          states.forEach(({ chosen, timeMs }, i) => {
            if (i === 0 || chosen[side] === states[i - 1]!.chosen[side]) return;
            expect(timeMs - sinceMs).toBeGreaterThanOrEqual(DEFAULT_AUTO.changeMs);
            sinceMs = timeMs;
          });
        }
      }),
    );
  });
});

test('time that runs back, or a long gap, starts anew', () => {
  const sights = (timeMs: number): Sights => ({
    landmarker: NOBODY,
    internet: APART,
    fresh: false,
    timeMs,
  });
  const shown = last(play([{ landmarker: APART, internet: APART }]));
  for (const timeMs of [0, 2000]) {
    expect(wordOf(autoChoice(shown, sights(timeMs), DEFAULT_AUTO))).toBe('--');
  }
  expect(wordOf(autoChoice(shown, sights(33), DEFAULT_AUTO))).toBe('ii');
});
