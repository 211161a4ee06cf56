/** Everything that is expected to go wrong with a headset; the page says each in a sentence. */
export type XrProblem =
  | { readonly type: 'xr-unsupported' }
  | { readonly type: 'xr-refused' }
  | { readonly type: 'xr-busy' }
  | { readonly type: 'xr-failed'; readonly reason: string };

/** A WebXR session that cannot be had: an expected problem, carried as data. */
export class XrFailure extends Error {
  override readonly name = 'XrFailure';
  readonly problem: XrProblem;

  constructor(problem: XrProblem) {
    super(problem.type);
    this.problem = problem;
  }
}

/** What an error of `XRSystem.requestSession` means (WebXR Device API, section 4.2). */
export function xrProblem(error: unknown): XrProblem {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'NotSupportedError') return { type: 'xr-unsupported' };
  if (name === 'SecurityError' || name === 'NotAllowedError') return { type: 'xr-refused' };
  if (name === 'InvalidStateError') return { type: 'xr-busy' };
  return { type: 'xr-failed', reason: message };
}
