import { catchError, concatMap, EMPTY, from, of, type OperatorFunction } from 'rxjs';
import type { Clock } from './clock.ts';
import type { Frame } from './frame.ts';
import type { Stage } from './live-pose-frame.ts';

/** What travels between stages: a Frame and what has been found out about it. */
export interface InFlight {
  readonly frame: Frame;
  readonly timings: Readonly<Partial<Record<Stage, number>>>;
}

/** What every stage is given. */
export interface StageContext {
  /** Measures the stages; without one nothing is measured. */
  readonly clock?: Clock | undefined;
  /** Told of each frame that a stage could not do; the stream goes on without it. */
  readonly onFrameFailed?: ((error: unknown) => void) | undefined;
}

/** So many frames in a row failed that it is no passing fault: the stream ends with the error. */
export const FAILURES_IN_A_ROW = 10;

/**
 * One arrow of the picture in design.md: adds to each item what `work` finds out, in order. A frame
 * whose work fails is disposed and reported, and the stream goes on; after FAILURES_IN_A_ROW of them
 * the stream errors.
 */
export function stage<In extends InFlight, Found extends object>(
  name: Stage,
  work: (input: In) => Found | Promise<Found>,
  { clock, onFrameFailed }: StageContext,
): OperatorFunction<In, In & Found> {
  return (source) => {
    let failures = 0;

    const drop = (input: In, error: unknown) => {
      input.frame[Symbol.dispose]();
      onFrameFailed?.(error);
      failures += 1;
      if (failures >= FAILURES_IN_A_ROW) throw error;
      return EMPTY;
    };

    return source.pipe(
      concatMap((input) => {
        const start = clock?.now();
        const finish = (found: Found): In & Found => {
          failures = 0;
          const ms = start === undefined ? undefined : clock!.now() - start;
          const timings = ms === undefined ? input.timings : { ...input.timings, [name]: ms };
          return { ...input, ...found, timings };
        };
        try {
          const found = work(input);
          if (!(found instanceof Promise)) return of(finish(found));
          return from(found.then(finish)).pipe(catchError((error: unknown) => drop(input, error)));
        } catch (error) {
          return drop(input, error);
        }
      }),
    );
  };
}
