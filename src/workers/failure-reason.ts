import { DetectorFailure } from './detector-failure.ts';
import { InternetFailure } from './internet-failure.ts';
import { WorkerFailure } from './worker-handle.ts';

/** What an error says, as a clause: without its tag, what the browser puts before it, or a full stop. */
export function failureReason(error: unknown): string {
  const expected = error instanceof InternetFailure || error instanceof DetectorFailure;
  if (expected && 'reason' in error.problem) return error.problem.reason;
  if (error instanceof WorkerFailure && error.problem.type === 'hung') {
    return `no answer within ${error.problem.afterMs / 1000} s`;
  }
  const crashed = error instanceof WorkerFailure && error.problem.type === 'crashed';
  const message = crashed ? error.problem.reason : error instanceof Error ? error.message : error;
  return String(message)
    .replace(/^Uncaught (?:Error: )?/, '')
    .replace(/\.$/, '');
}
