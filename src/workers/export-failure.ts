import type { PoseStreamProblem } from '../recording/pose-stream-problem.ts';

/** Everything that is expected to go wrong while a recording is written as another file. */
export type ExportProblem =
  | { readonly type: 'bad-recording'; readonly name: string; readonly problem: PoseStreamProblem }
  /** The recording was moved, changed or removed since. */
  | { readonly type: 'recording-unreadable'; readonly name: string; readonly reason: string }
  /** The place that the user chose has no room for it. */
  | { readonly type: 'place-full'; readonly name: string }
  | { readonly type: 'place-unwritable'; readonly name: string; readonly reason: string }
  | { readonly type: 'export-crashed'; readonly reason: string };

/** The error of an export: an expected problem, carried as data. */
export class ExportFailure extends Error {
  override readonly name = 'ExportFailure';
  readonly problem: ExportProblem;

  constructor(problem: ExportProblem) {
    super(problem.type);
    this.problem = problem;
  }
}

/** Why a chosen place could not be written. */
export function placeProblem(name: string, error: unknown): ExportProblem {
  const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
  return kind === 'QuotaExceededError'
    ? { type: 'place-full', name }
    : { type: 'place-unwritable', name, reason: message };
}
