import { describe, expect, test } from 'vitest';
import { answerOf, OFFICIAL_CONTRACT } from '../../tests/fake-internet.ts';
import { wrongAnswer, type CheckUpAnswer } from './internet-check-up.ts';

const known = answerOf(100);
const compare = (found: CheckUpAnswer, precision: 'fp32' | 'fp16' = 'fp32', to = known) =>
  wrongAnswer(found, to, OFFICIAL_CONTRACT, precision);

/** The known answer with one joint of the right hand moved along x, px. */
function movedBy(px: number): CheckUpAnswer {
  const { inference } = known;
  const right = { joints: [[10 + px, 20, 30]] as const, scores: [0.5] };
  return { ...known, inference: { ...inference, hands: { ...inference.hands, right } } };
}

const withInference = (change: Partial<CheckUpAnswer['inference']>): CheckUpAnswer => ({
  ...known,
  inference: { ...known.inference, ...change },
});

describe('wrongAnswer', () => {
  test('the same, or as good as the same, is right', () => {
    expect(compare(known)).toBeNull();
    expect(compare(answerOf(100.05))).toBeNull();
    expect(compare(movedBy(1.9))).toBeNull();
  });

  test('names what is wrong, and by how much', () => {
    expect(compare(answerOf(102))).toBe('heatmap off by 2.0, allowed 0.13');
    expect(compare(withInference({ handedness: { right: 0.9, left: 0.4 } }))).toBe(
      'handedness off by 0.20, allowed 0.0010',
    );
    expect(compare(withInference({ relativeDepthMm: 11 }))).toMatch(/^relative depth, mm off by 1/);
    expect(compare(movedBy(40))).toMatch(/^joint off by 0\.16/);
    expect(compare({ ...known, samples: [] })).toBe('heatmap: 0 values, not 2');
  });

  test('fp16 may lie farther away', () => {
    expect(compare(answerOf(102), 'fp16')).toBeNull();
    expect(compare(answerOf(110), 'fp16')).toMatch(/^heatmap/);
  });

  test('what is no number is wrong in either precision', () => {
    expect(compare(answerOf(Number.NaN), 'fp16')).toMatch(/^heatmap off by NaN/);
    expect(compare(withInference({ relativeDepthMm: Number.NaN }))).toMatch(/^relative depth/);
  });

  test('a joint that is all but tied may end elsewhere', () => {
    const tied = { ...known, margins: { right: [0.1], left: [0.1] } };
    expect(compare(movedBy(40), 'fp32', tied)).toBeNull();
  });

  test('joints that the network gives itself are all compared', () => {
    const direct = { ...known, samples: [], margins: { right: [], left: [] } };
    const moved = { ...movedBy(40), samples: [] };
    const contract = { ...OFFICIAL_CONTRACT, heatmapSize: null };
    expect(wrongAnswer(moved, direct, contract, 'fp32')).toMatch(/^joint off by 0\.16/);
    expect(wrongAnswer({ ...known, samples: [] }, direct, contract, 'fp32')).toBeNull();
  });

  test('a hand that is missing is wrong', () => {
    const hands = { ...known.inference.hands, left: null };
    expect(compare(withInference({ hands }))).toBe('joint score: 1 values, not 2');
  });
});
