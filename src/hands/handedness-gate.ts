/** Thresholds on the probability that a side's hand is there. */
export interface GateOptions {
  /** A hidden hand is shown from this score on. */
  readonly enter: number;
  /** A shown hand is hidden below this score. */
  readonly leave: number;
}

/** Comes in when likelier there than not, goes when clearly not. */
export const DEFAULT_GATE: GateOptions = { enter: 0.5, leave: 0.3 };

/** Whether a hand is shown now, given whether it was: two thresholds, so that it does not flicker. */
export function passesGate(
  wasShown: boolean,
  score: number | undefined,
  { enter, leave }: GateOptions,
): boolean {
  return score !== undefined && score >= (wasShown ? leave : enter);
}
