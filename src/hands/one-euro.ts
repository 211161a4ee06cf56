/**
 * How a One-Euro filter trades jitter for lag. Lower `minCutoffHz` until a value at rest is calm,
 * then raise `beta` until a moving one does not lag.
 */
export interface OneEuroOptions {
  /** Cutoff at rest, Hz. */
  readonly minCutoffHz: number;
  /** Hz the cutoff rises by per unit a second of speed: it depends on the values' unit (px, mm). */
  readonly beta: number;
  /** Cutoff of the speed itself, Hz. */
  readonly derivativeCutoffHz: number;
}

/** What the filter remembers; it starts without. */
export interface OneEuroState {
  readonly timeMs: number;
  /** The filtered value. */
  readonly value: number;
  /** Its filtered speed, units a second. */
  readonly derivative: number;
  /** The cutoff that the value was filtered with, Hz. */
  readonly cutoffHz: number;
}

/**
 * One step of the One-Euro filter: Casiez, Roussel & Vogel, CHI 2012, Algorithm 1. Smoothing
 * follows the true interval, and the speed is taken from the last filtered value, as in the paper.
 * Where time does not advance the state stays as it is.
 * @throws RangeError for a value or time that is no finite number: it would stay in for ever
 */
export function oneEuroStep(
  state: OneEuroState | null,
  value: number,
  timeMs: number,
  { minCutoffHz, beta, derivativeCutoffHz }: OneEuroOptions,
): OneEuroState {
  if (!Number.isFinite(value) || !Number.isFinite(timeMs)) {
    throw new RangeError(`Cannot filter ${value} at ${timeMs} ms`);
  }
  if (state === null) return { timeMs, value, derivative: 0, cutoffHz: minCutoffHz };
  const seconds = (timeMs - state.timeMs) / 1000;
  if (seconds <= 0) return state;
  const speed = (value - state.value) / seconds;
  const derivative = blend(state.derivative, speed, alpha(derivativeCutoffHz, seconds));
  const cutoffHz = minCutoffHz + beta * Math.abs(derivative);
  return {
    timeMs,
    value: blend(state.value, value, alpha(cutoffHz, seconds)),
    derivative,
    cutoffHz,
  };
}

/** Share of the new value in a first-order low-pass of this cutoff after this interval, 0..1. */
function alpha(cutoffHz: number, seconds: number): number {
  return 1 / (1 + 1 / (2 * Math.PI * cutoffHz * seconds));
}

function blend(before: number, now: number, share: number): number {
  return share * now + (1 - share) * before;
}

/** Smooths one value over time. */
export interface OneEuro {
  /** The smoothed value; the first one, and the first after a reset, is the value itself. */
  readonly filter: (value: number, timeMs: number) => number;
  /** Forgets everything: for a hand that returns. */
  readonly reset: () => void;
}

/** A One-Euro filter for one value. */
export function createOneEuro(options: OneEuroOptions): OneEuro {
  let state: OneEuroState | null = null;
  return {
    filter(value, timeMs) {
      state = oneEuroStep(state, value, timeMs, options);
      return state.value;
    },
    reset() {
      state = null;
    },
  };
}

/** Smooths a list of points over time. */
export interface PointsOneEuro {
  /**
   * The smoothed points, as many and of as many coordinates as were given.
   * @throws RangeError when their number or shape changed since the last reset, or for a
   *   coordinate that is no finite number; the filter then remembers what it did before
   */
  readonly filter: <P extends readonly number[]>(points: readonly P[], timeMs: number) => P[];
  /** Forgets everything: for a hand that returns. */
  readonly reset: () => void;
}

/** A One-Euro filter for each coordinate of each point, all with the same options. */
export function createPointsOneEuro(options: OneEuroOptions): PointsOneEuro {
  let states: readonly (readonly OneEuroState[])[] | null = null;
  return {
    filter<P extends readonly number[]>(points: readonly P[], timeMs: number): P[] {
      if (states !== null) requireSameShape(states, points);
      const before = states;
      const after = points.map((point, i) =>
        point.map((value, axis) =>
          oneEuroStep(before?.[i]?.[axis] ?? null, value, timeMs, options),
        ),
      );
      states = after;
      // As many coordinates out as in, which a tuple's map cannot say.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return after.map((point) => point.map(({ value }) => value) as readonly number[] as P);
    },
    reset() {
      states = null;
    },
  };
}

function requireSameShape(
  states: readonly (readonly OneEuroState[])[],
  points: readonly (readonly number[])[],
): void {
  const same =
    states.length === points.length &&
    points.every((point, i) => point.length === states[i]!.length);
  if (!same) throw new RangeError('The points changed their number or shape without a reset');
}
