import { describe, expect, test } from 'vitest';
import type { PoseStreamProblem } from '../recording/pose-stream-problem.ts';
import { describePoseStreamProblem } from './describe-pose-stream-problem.ts';

/** One of every variant: the compiler refuses this table when one is missing. */
const EVERY: {
  readonly [T in PoseStreamProblem['type']]: Extract<PoseStreamProblem, { type: T }>;
} = {
  empty: { type: 'empty' },
  'not-a-pose-stream': { type: 'not-a-pose-stream', reason: 'it is a poem' },
  'unknown-version': { type: 'unknown-version', version: '2' },
  'bad-line': { type: 'bad-line', line: 17, path: 'hands.right.score', expected: 'at most 1' },
  'no-whole-frame': { type: 'no-whole-frame' },
};
const problems = Object.values(EVERY);

describe('describePoseStreamProblem', () => {
  test.each(problems)('$type: names the file and all that is known, and what to do', (problem) => {
    const { what, todo } = describePoseStreamProblem('walk.ndjson', problem);
    const { type: _, ...facts } = problem;
    for (const fact of ['walk.ndjson', ...Object.values(facts)]) {
      expect(what).toContain(String(fact));
    }
    expect(what).toMatch(/\.$/);
    expect(todo).toMatch(/^[A-Z].{15,}\.$/);
  });

  test('says each in its own words', () => {
    const sentences = problems.map((problem) => describePoseStreamProblem('a', problem).what);
    expect(new Set(sentences).size).toBe(problems.length);
  });
});
