import type { DetectorProblem } from '../workers/detector-failure.ts';
import type { ProblemText } from './describe-problem.ts';

/** Says every expected problem of the hand detector to the person in front of it. */
export function describeDetectorProblem(problem: DetectorProblem): ProblemText {
  switch (problem.type) {
    case 'detector-load-failed':
      return {
        what: `The hand detector could not be loaded: ${problem.reason}`,
        todo: 'Check that the page is served whole, then choose a source to try again.',
      };
    case 'detector-start-failed':
      return {
        what: `This browser cannot run the hand detector: ${problem.reason}`,
        todo: 'Use a current Chrome, Edge, Safari or Firefox with WebAssembly switched on.',
      };
    case 'no-webgl':
      return {
        what: 'This browser gives the page no WebGL, which the hand detector needs.',
        todo: 'Switch hardware acceleration on in the browser’s settings, or use another browser.',
      };
    case 'detector-gave-up':
      return {
        what: `The hand detector stopped and did not come back after ${problem.restarts} restarts: ${problem.reason}`,
        todo: 'Choose a source to start it afresh; close other heavy tabs if it happens again.',
      };
    default:
      return problem satisfies never;
  }
}
