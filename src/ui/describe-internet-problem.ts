import type { InternetProblem } from '../workers/internet-failure.ts';
import type { ProblemText } from './describe-problem.ts';

/** Says every expected problem of a network to the person in front of it. */
export function describeInternetProblem(problem: InternetProblem): ProblemText {
  const { name, reason } = problem;
  switch (problem.type) {
    case 'internet-model-refused':
      return {
        what: `The model ${name} cannot be used: ${reason}.`,
        todo: 'Remove it and add it again from its checkpoint, or choose another model.',
      };
    case 'internet-start-failed':
      return {
        what: `This browser cannot run the model ${name}: ${reason}.`,
        todo: 'Close other heavy tabs and try again, or use a current Chrome, Edge, Safari or Firefox.',
      };
    case 'internet-gave-up':
      return {
        what: `The model ${name} stopped and did not come back after ${problem.restarts} restarts: ${reason}.`,
        todo: 'Choose it again to start it afresh; a smaller model or the landmarks need less.',
      };
    default:
      return problem satisfies never;
  }
}
