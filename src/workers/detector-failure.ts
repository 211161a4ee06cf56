/** Everything that is expected to go wrong while a detector opens or lives. */
export type DetectorProblem =
  /** A file it needs cannot be had: not there, or no network. */
  | { readonly type: 'detector-load-failed'; readonly reason: string }
  /** All files came, but the browser cannot run it (no WebAssembly SIMD, no WebGL). */
  | { readonly type: 'detector-start-failed'; readonly reason: string }
  /** The browser gives no WebGL, which MediaPipe needs even on the CPU. */
  | { readonly type: 'no-webgl' }
  /** Its worker died or hung again and again. */
  | { readonly type: 'detector-gave-up'; readonly restarts: number; readonly reason: string };

/** The error of a detector that cannot go on: an expected problem, carried as data. */
export class DetectorFailure extends Error {
  override readonly name = 'DetectorFailure';
  readonly problem: DetectorProblem;

  constructor(problem: DetectorProblem) {
    super('reason' in problem ? `${problem.type}: ${problem.reason}` : problem.type);
    this.problem = problem;
  }
}
