import type { ModelProblem } from '../models/model-failure.ts';

/** Everything that is expected to go wrong while a model is brought in, but for its storage. */
export type ImportProblem =
  | ModelProblem
  | { readonly type: 'cancelled' }
  /** The file was moved, changed or locked since it was chosen. */
  | { readonly type: 'unreadable'; readonly name: string; readonly reason: string }
  | { readonly type: 'no-web-address'; readonly address: string }
  /** No network, no such server, or one that lets no other site read its files (CORS). */
  | { readonly type: 'unreachable'; readonly address: string }
  | { readonly type: 'refused'; readonly address: string; readonly status: number }
  | { readonly type: 'broken-off'; readonly address: string }
  | { readonly type: 'import-crashed'; readonly reason: string };

/** The error of an import: an expected problem, carried as data. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';
  readonly problem: ImportProblem;

  constructor(problem: ImportProblem) {
    super(problem.type);
    this.problem = problem;
  }
}
