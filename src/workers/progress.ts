/** Told the fraction of the way, 0..1, and what is being done. */
export type Progress = (fraction: number, doing: string) => void;

/** Reports a step's own 0..1 as a part of the whole way. */
export function part(progress: Progress, from: number, to: number): Progress {
  return (fraction, doing) => progress(from + (to - from) * fraction, doing);
}

/** Never reports less than before, whichever way is tried next. */
export function rising(progress: Progress): Progress {
  let furthest = 0;
  return (fraction, doing) => {
    furthest = Math.max(furthest, fraction);
    progress(furthest, doing);
  };
}
