import { ModelFailure, type ModelProblem } from '../models/model-failure.ts';
import type { ImportProblem } from '../workers/import-failure.ts';
import type { ProblemText } from './describe-problem.ts';

/** Says why a model could not be brought in. */
export function describeImportProblem(problem: ImportProblem): ProblemText {
  switch (problem.type) {
    case 'cancelled':
      return { what: 'Adding the model was cancelled.', todo: 'Nothing was kept.' };
    case 'unreadable':
      return {
        what: `“${problem.name}” cannot be read: ${problem.reason}`,
        todo: 'It may have been moved or changed since; choose it again.',
      };
    case 'no-web-address':
      return {
        what: `“${problem.address}” is no web address.`,
        todo: 'Give one that begins with https:// or http://.',
      };
    case 'unreachable':
      return {
        what: `${problem.address} could not be fetched: the site cannot be reached, or lets no other page read its files (CORS).`,
        todo: 'Download the file yourself and drop it here.',
      };
    case 'refused':
      return {
        what: `${problem.address} was refused by its site (HTTP status ${problem.status}).`,
        todo: 'Check the address, or download the file yourself and drop it here.',
      };
    case 'broken-off':
      return {
        what: `The download of ${problem.address} broke off.`,
        todo: 'Try again, or download the file yourself and drop it here.',
      };
    case 'import-crashed':
      return {
        what: `Adding the model stopped: ${problem.reason}`,
        todo: 'Close other heavy tabs and try again.',
      };
    case 'not-a-checkpoint':
    case 'truncated':
    case 'not-an-internet':
    case 'tensor-missing':
    case 'tensor-wrong':
    case 'heads-named':
    case 'not-onnx':
    case 'breaks-contract':
      return describeModelProblem(problem);
    default:
      return problem satisfies never;
  }
}

/** Says what is wrong with a model file. */
export function describeModelProblem(problem: ModelProblem): ProblemText {
  const todo =
    problem.type === 'truncated'
      ? 'Download or copy it again.'
      : 'Handstream runs InterNet: the official checkpoints, MMPose’s, and ONNX files made from them.';
  return { what: `${new ModelFailure(problem).message}.`, todo };
}
