import { expect, test } from 'vitest';
import type { XrProblem } from '../xr/xr-failure.ts';
import { describeXrProblem } from './describe-xr-problem.ts';

test('every problem of a headset is said in two sentences', () => {
  const problems: readonly XrProblem[] = [
    { type: 'xr-unsupported' },
    { type: 'xr-refused' },
    { type: 'xr-busy' },
    { type: 'xr-failed', reason: 'no GPU.' },
  ];
  const texts = problems.map(describeXrProblem);
  for (const { what, todo } of texts) {
    expect(what).toMatch(/^[A-Z].*\.$/);
    expect(todo).toMatch(/^[A-Z].*\.$/);
  }
  expect(new Set(texts.map(({ what }) => what)).size).toBe(problems.length);
  expect(texts.at(-1)!.what).toContain('no GPU.');
});
