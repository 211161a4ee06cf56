/** Where each frame of a file stands and when it was: 20 bytes a frame, however long the file is. */
export class FrameIndex {
  #offsets = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  #timesMs = new Float64Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds the next frame, behind all others in the file and in time. */
  add(offset: number, length: number, timeMs: number): void {
    if (this.#count === this.#offsets.length) this.#grow();
    this.#offsets[this.#count] = offset;
    this.#lengths[this.#count] = length;
    this.#timesMs[this.#count] = timeMs;
    this.#count += 1;
  }

  /** ms by the file's own clock. */
  timeMs(at: number): number {
    return this.#timesMs[at]!;
  }

  /** First byte of a frame, from the file's beginning. */
  begin(at: number): number {
    return this.#offsets[at]!;
  }

  /** The byte behind a frame. */
  end(at: number): number {
    return this.#offsets[at]! + this.#lengths[at]!;
  }

  /** The last frame that is not later than a time; the first one where all are. */
  at(timeMs: number): number {
    let [low, high] = [0, this.#count - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.timeMs(middle) <= timeMs) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #grow(): void {
    const room = 2 * this.#count;
    const [offsets, lengths, timesMs] = [this.#offsets, this.#lengths, this.#timesMs];
    this.#offsets = new Float64Array(room);
    this.#lengths = new Uint32Array(room);
    this.#timesMs = new Float64Array(room);
    this.#offsets.set(offsets);
    this.#lengths.set(lengths);
    this.#timesMs.set(timesMs);
  }
}
