import type { PoseStreamProblem } from '../recording/pose-stream-problem.ts';
import type { ProblemText } from './describe-problem.ts';

/** Says what is wrong with a file that was opened as a recording. */
export function describePoseStreamProblem(name: string, problem: PoseStreamProblem): ProblemText {
  switch (problem.type) {
    case 'empty':
      return {
        what: `“${name}” is empty.`,
        todo: 'Choose another recording; nothing can be recovered from this one.',
      };
    case 'not-a-pose-stream':
      return {
        what: `“${name}” is no recording of Handstream: ${problem.reason}.`,
        todo: 'Choose an NDJSON or JSON file that Handstream recorded or exported.',
      };
    case 'unknown-version':
      return {
        what: `“${name}” is a recording of version ${problem.version}, and this page reads version 1.`,
        todo: 'Open it with the Handstream that recorded it, or a newer one.',
      };
    case 'bad-line': {
      const place = problem.path ? `line ${problem.line}, ${problem.path}` : `line ${problem.line}`;
      return {
        what: `“${name}” is wrong in ${place}: expected ${problem.expected}.`,
        todo: 'Correct that line or leave it out, or choose another copy of the file.',
      };
    }
    case 'no-whole-frame':
      return {
        what: `“${name}” holds not one whole frame.`,
        todo: 'It was cut off too early; choose another recording.',
      };
    default:
      return problem satisfies never;
  }
}
