import type { ExportProblem } from '../workers/export-failure.ts';
import { describeProblem, type ProblemText } from './describe-problem.ts';

/** Says why a recording could not be saved as another file. */
export function describeExportProblem(problem: ExportProblem): ProblemText {
  switch (problem.type) {
    case 'bad-recording':
    case 'recording-unreadable':
      return describeProblem(problem);
    case 'place-full':
      return {
        what: `There is no room left for “${problem.name}”.`,
        todo: 'Free space on that disk, or save it at another place. The recording is still there.',
      };
    case 'place-unwritable':
      return {
        what: `“${problem.name}” could not be written: ${problem.reason}`,
        todo: 'Save it at another place. The recording is still there.',
      };
    case 'export-crashed':
      return {
        what: `Saving stopped: ${problem.reason}`,
        todo: 'Close other heavy tabs and try again. The recording is still there.',
      };
    default:
      return problem satisfies never;
  }
}
