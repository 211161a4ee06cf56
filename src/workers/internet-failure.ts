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
