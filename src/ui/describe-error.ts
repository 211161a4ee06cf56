import { SourceFailure } from '../streams/source-failure.ts';
import { DetectorFailure } from '../workers/detector-failure.ts';
import { describeDetectorProblem } from './describe-detector-problem.ts';
import { describeProblem, type ProblemText } from './describe-problem.ts';

/** Any error that ended a stream, in words: the expected ones, and bugs for what they are. */
export function describeError(error: unknown): ProblemText {
  if (error instanceof SourceFailure) return describeProblem(error.problem);
  if (error instanceof DetectorFailure) return describeDetectorProblem(error.problem);
  return {
    what: `Something went wrong that should not: ${error instanceof Error ? error.message : String(error)}`,
    todo: 'Choose a source to try again, or reload the page; please report it if it stays.',
  };
}
