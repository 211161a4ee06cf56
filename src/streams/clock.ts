/** Anything that tells ms, rising; `performance` for one. */
export interface Clock {
  /** ms. */
  now(): number;
}
