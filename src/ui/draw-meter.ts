const CAPACITY = 256;

/** How long the last frames' sinks kept the main thread; a fixed ring, no growth. */
export class DrawMeter {
  readonly #spentMs = new Float64Array(CAPACITY);
  #count = 0;

  add(ms: number): void {
    this.#spentMs[this.#count++ % CAPACITY] = ms;
  }

  /** 95th percentile, ms; 0 before the first frame. */
  p95Ms(): number {
    const held = Math.min(this.#count, CAPACITY);
    const sorted = this.#spentMs.slice(0, held).sort();
    return sorted[Math.max(0, Math.ceil(held * 0.95) - 1)] ?? 0;
  }
}
