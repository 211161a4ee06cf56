/**
 * Turns a frame's own time into what MediaPipe's VIDEO mode takes: integer ms that rise strictly for
 * as long as the task lives, also where a clip seeks back. Its networks use the order alone.
 */
export class RisingClock {
  #lastTimeMs = -Infinity;
  #lastStamp = -1;

  /** @returns the stamp, and whether the time went back or stood still, so that tracking starts afresh */
  next(timeMs: number): { readonly stamp: number; readonly restarted: boolean } {
    const restarted = timeMs <= this.#lastTimeMs;
    this.#lastTimeMs = timeMs;
    this.#lastStamp = Math.max(this.#lastStamp + 1, Math.round(timeMs));
    return { stamp: this.#lastStamp, restarted };
  }
}
