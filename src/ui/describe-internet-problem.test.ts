import { describe, expect, it } from 'vitest';
import { InternetFailure, type InternetProblem } from '../workers/internet-failure.ts';
import { describeError } from './describe-error.ts';

const EVERY: { readonly [T in InternetProblem['type']]: Extract<InternetProblem, { type: T }> } = {
  'internet-model-refused': {
    type: 'internet-model-refused',
    name: 'a.onnx',
    reason: 'it has no image',
  },
  'internet-start-failed': {
    type: 'internet-start-failed',
    name: 'a.onnx',
    reason: 'out of memory',
  },
  'internet-gave-up': { type: 'internet-gave-up', name: 'a.onnx', restarts: 3, reason: 'hung' },
};

describe('describeInternetProblem', () => {
  it.each(Object.values(EVERY))('$type: says what, why and what to do', (problem) => {
    const { what, todo } = describeError(new InternetFailure(problem));
    const { type: _, ...facts } = problem;
    for (const fact of Object.values(facts)) expect(what).toContain(String(fact));
    expect(todo).toMatch(/^[A-Z].{15,}\.$/);
  });
});
