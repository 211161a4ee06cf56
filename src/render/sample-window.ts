/**
 * The last `capacity` samples of some series over one time axis, oldest first, in arrays that are
 * made once: they are full of gaps (null) at first and never grow.
 */
export class SampleWindow {
  /** Seconds; rising, also over the gaps at the start. */
  readonly seconds: number[];
  readonly series: readonly (number | null)[][];
  readonly #stepSeconds: number;

  /** @param stepSeconds spacing of the gaps before the first sample */
  constructor(seriesCount: number, capacity: number, stepSeconds: number) {
    this.#stepSeconds = stepSeconds;
    this.seconds = Array.from({ length: capacity }, () => 0);
    this.series = Array.from({ length: seriesCount }, () =>
      Array.from({ length: capacity }, () => null),
    );
    this.clear();
  }

  /** Adds one sample of every series; time that goes back starts a new window. */
  push(seconds: number, values: readonly (number | null)[]): void {
    const last = this.seconds.length - 1;
    if (seconds < this.seconds[last]!) this.clear(seconds);
    this.seconds.copyWithin(0, 1);
    this.seconds[last] = seconds;
    for (const [index, line] of this.series.entries()) {
      line.copyWithin(0, 1);
      line[last] = values[index] ?? null;
    }
  }

  /** Forgets every sample; the next one is expected at or after `seconds`. */
  clear(seconds = 0): void {
    for (let index = 0; index < this.seconds.length; index++) {
      this.seconds[index] = seconds - (this.seconds.length - index) * this.#stepSeconds;
    }
    for (const line of this.series) line.fill(null);
  }
}
