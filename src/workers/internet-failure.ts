import { WorkerFailure } from './worker-handle.ts';

/** Everything that is expected to go wrong while an InterNet opens or lives. `name` is the model's. */
export type InternetProblem =
  /** The model file is none, or none that can be run; `reason` is a whole sentence. */
  | { readonly type: 'internet-model-refused'; readonly name: string; readonly reason: string }
  /** The file is right, but this browser cannot run it, not even on WebAssembly. */
  | { readonly type: 'internet-start-failed'; readonly name: string; readonly reason: string }
  /** Its worker died or hung again and again, in the end on WebAssembly. */
  | {
      readonly type: 'internet-gave-up';
      readonly name: string;
      readonly restarts: number;
      readonly reason: string;
    };

/** The error of an InterNet that cannot go on: an expected problem, carried as data. */
export class InternetFailure extends Error {
  override readonly name = 'InternetFailure';
  readonly problem: InternetProblem;

  constructor(problem: InternetProblem) {
    super(`${problem.type}: ${problem.reason}`);
    this.problem = problem;
  }
}

/** What an error says, as a clause: without its tag, what the browser puts before it, or a full stop. */
export function failureReason(error: unknown): string {
  if (error instanceof InternetFailure) return error.problem.reason;
  if (error instanceof WorkerFailure && error.problem.type === 'hung') {
    return `no answer within ${error.problem.afterMs / 1000} s`;
  }
  const crashed = error instanceof WorkerFailure && error.problem.type === 'crashed';
  const message = crashed ? error.problem.reason : error instanceof Error ? error.message : error;
  return String(message)
    .replace(/^Uncaught (?:Error: )?/, '')
    .replace(/\.$/, '');
}
