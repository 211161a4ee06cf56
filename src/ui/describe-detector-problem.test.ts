import { describe, expect, it } from 'vitest';
import type { DetectorProblem } from '../workers/detector-failure.ts';
import { describeDetectorProblem } from './describe-detector-problem.ts';

const EVERY: { readonly [T in DetectorProblem['type']]: Extract<DetectorProblem, { type: T }> } = {
  'detector-load-failed': { type: 'detector-load-failed', reason: '404 on hand.task' },
  'detector-start-failed': { type: 'detector-start-failed', reason: 'no SIMD' },
  'no-webgl': { type: 'no-webgl' },
  'detector-gave-up': { type: 'detector-gave-up', restarts: 3, reason: 'hung' },
};

describe('describeDetectorProblem', () => {
  it.each(Object.values(EVERY))('$type: says what, why and what to do', (problem) => {
    const { what, todo } = describeDetectorProblem(problem);
    const { type: _, ...facts } = problem;
    for (const fact of Object.values(facts)) expect(what).toContain(String(fact));
    expect(todo).toMatch(/^[A-Z].{15,}\.$/);
  });
});
