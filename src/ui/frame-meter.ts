/** Rates are taken over this long, ms. */
const WINDOW_MS = 2000;
const CAPACITY = 256;

/** Frames a second over the last two seconds; a fixed ring of arrival times, no growth. */
export class FrameMeter {
  readonly #arrivals = new Float64Array(CAPACITY);
  #count = 0;

  /** @param nowMs when the frame arrived, by any one clock */
  add(nowMs: number): void {
    this.#arrivals[this.#count++ % CAPACITY] = nowMs;
  }

  /** Frames a second at `nowMs`; 0 until two frames have come within the window. */
  rate(nowMs: number): number {
    let within = 0;
    let oldest = nowMs;
    for (let back = 1; back <= Math.min(this.#count, CAPACITY); back++) {
      const arrival = this.#arrivals[(this.#count - back) % CAPACITY]!;
      if (nowMs - arrival > WINDOW_MS) break;
      within++;
      oldest = arrival;
    }
    const newest = this.#arrivals[(this.#count - 1) % CAPACITY]!;
    return within < 2 || newest === oldest ? 0 : ((within - 1) * 1000) / (newest - oldest);
  }

  reset(): void {
    this.#count = 0;
  }
}
