import { describe, expect, it } from 'vitest';
import type { SourceProblem } from '../streams/source-failure.ts';
import { describeProblem } from './describe-problem.ts';

/** One of every variant: the compiler refuses this table when one is missing. */
const EVERY: { readonly [T in SourceProblem['type']]: Extract<SourceProblem, { type: T }> } = {
  'camera-permission-denied': { type: 'camera-permission-denied' },
  'no-camera': { type: 'no-camera' },
  'camera-in-use': { type: 'camera-in-use' },
  'camera-unplugged': { type: 'camera-unplugged' },
  'camera-constraints': { type: 'camera-constraints', width: 3840, height: 2160 },
  'camera-unsupported': { type: 'camera-unsupported' },
  'not-a-video': { type: 'not-a-video', name: 'notes.txt' },
  'no-video-track': { type: 'no-video-track', name: 'song.mp4' },
  'unsupported-codec': { type: 'unsupported-codec', name: 'old.mp4', codec: 'mp4v' },
  'webcodecs-unsupported': { type: 'webcodecs-unsupported' },
  'clip-broken': { type: 'clip-broken', name: 'half.mp4', framesRead: 1, reason: 'unexpected end' },
  'not-a-picture': { type: 'not-a-picture', name: 'empty.jpg' },
  'bad-recording': { type: 'bad-recording', name: 'walk.ndjson', problem: { type: 'empty' } },
  'recording-unreadable': { type: 'recording-unreadable', name: 'a.ndjson', reason: 'it is gone' },
  'synthetic-unavailable': { type: 'synthetic-unavailable', reason: 'no WebGL' },
};
const problems = Object.values(EVERY);

describe('describeProblem', () => {
  it.each(problems)('$type: says what is wrong and what to do', (problem) => {
    const { what, todo } = describeProblem(problem);
    expect(what.length).toBeGreaterThan(15);
    expect(todo).toMatch(/^[A-Z].{15,}\.$/);
  });

  it.each(problems)('$type: names what the problem names', (problem) => {
    const { what } = describeProblem(problem);
    const { type: _, ...facts } = problem;
    const known = Object.values(facts).filter((fact) => typeof fact !== 'object');
    for (const fact of known) expect(what).toContain(String(fact));
  });

  it('says each in its own words', () => {
    const sentences = problems.map((problem) => describeProblem(problem).what);
    expect(new Set(sentences).size).toBe(problems.length);
  });
});
