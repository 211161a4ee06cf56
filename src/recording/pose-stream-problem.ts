/** Everything that is expected to be wrong with a file that is read as a pose stream. */
export type PoseStreamProblem =
  | { readonly type: 'empty' }
  | { readonly type: 'not-a-pose-stream'; readonly reason: string }
  /** `version` as it stands in the file, as JSON. */
  | { readonly type: 'unknown-version'; readonly version: string }
  | {
      readonly type: 'bad-line';
      /** Line of the file, from 1. */
      readonly line: number;
      /** What in it is wrong, as in `hands.right.joints2d[4]`; empty: the line as a whole. */
      readonly path: string;
      /** What should stand there. */
      readonly expected: string;
    }
  | { readonly type: 'no-whole-frame' };

/** The error of reading a pose stream: an expected problem, carried as data. */
export class PoseStreamFailure extends Error {
  override readonly name = 'PoseStreamFailure';
  readonly problem: PoseStreamProblem;

  constructor(problem: PoseStreamProblem) {
    super(problem.type);
    this.problem = problem;
  }
}
