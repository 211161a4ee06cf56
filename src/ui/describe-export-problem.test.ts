import { expect, test } from 'vitest';
import { ExportFailure, type ExportProblem } from '../workers/export-failure.ts';
import { describeError } from './describe-error.ts';

const PROBLEMS: Readonly<Record<ExportProblem['type'], ExportProblem>> = {
  'bad-recording': { type: 'bad-recording', name: 'a.ndjson', problem: { type: 'empty' } },
  'recording-unreadable': { type: 'recording-unreadable', name: 'a.ndjson', reason: 'it is gone' },
  'place-full': { type: 'place-full', name: 'a.csv' },
  'place-unwritable': { type: 'place-unwritable', name: 'a.csv', reason: 'no such disk' },
  'export-crashed': { type: 'export-crashed', reason: 'out of memory' },
};

test.each(Object.values(PROBLEMS))('$type: what and what to do, in sentences', (problem) => {
  const { what, todo } = describeError(new ExportFailure(problem));
  expect(what).not.toContain('should not');
  if ('name' in problem) expect(what).toContain(`“${problem.name}”`);
  if ('reason' in problem) expect(what).toContain(problem.reason);
  expect(todo).toMatch(/^[A-Z].+\.$/);
});
