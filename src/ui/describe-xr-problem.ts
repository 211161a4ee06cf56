import type { XrProblem } from '../xr/xr-failure.ts';
import type { ProblemText } from './describe-problem.ts';

/** What is wrong with a headset, and what to do about it. */
export function describeXrProblem(problem: XrProblem): ProblemText {
  switch (problem.type) {
    case 'xr-unsupported':
      return {
        what: 'This device shows no immersive view.',
        todo: 'Connect a headset, or use stereo with a phone viewer.',
      };
    case 'xr-refused':
      return {
        what: 'The immersive view was not allowed.',
        todo: 'Allow it when the browser asks, or in the settings of this site.',
      };
    case 'xr-busy':
      return {
        what: 'The headset already shows something else.',
        todo: 'Leave that first, then enter again.',
      };
    case 'xr-failed':
      return {
        what: `The immersive view could not start: ${problem.reason}`,
        todo: 'Try again, or use stereo with a phone viewer.',
      };
    default:
      return problem satisfies never;
  }
}
