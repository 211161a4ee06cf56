import type { StorageProblem } from '../models/storage-failure.ts';
import type { Appended } from '../workers/recording-lines.ts';
import type { Clock } from './clock.ts';

/** Puts lines on the disk, in the order of its calls. */
export type AppendLines = (lines: readonly string[]) => Promise<Appended>;

/** Why nothing more can be put on the disk. */
export type QueueEnd =
  | { readonly type: 'storage'; readonly problem: StorageProblem }
  | { readonly type: 'failed'; readonly error: unknown };

/** A frame as it is written. */
export interface FrameLines {
  /** Its line; the first frame's has the header's before it. */
  readonly text: string;
  readonly timeMs: number;
}

/** What is on the disk. */
export interface Written {
  readonly frames: number;
  readonly durationMs: number;
  readonly bytes: number;
}

/** Frames go to the disk together, this often, ms: a quarter of what a crash may cost. */
const EVERY_MS = 250;

/** A disk may be this many frames behind (10 s at 30 Hz); then it takes no more. */
const MOST_WAITING = 300;

/** Frames on their way to the disk: in batches, one batch at a time, never many. */
export class RecorderQueue {
  readonly #append: AppendLines;
  readonly #onEnd: (end: QueueEnd) => void;
  readonly #clock: Clock;
  #waiting: FrameLines[] = [];
  #sentMs = -Infinity;
  #onTheirWay = 0;
  #lastAnswer: Promise<void> = Promise.resolve();
  #frames = 0;
  #firstMs = 0;
  #lastMs = 0;
  #bytes = 0;

  /** @param onEnd called with why an append fell short */
  constructor(append: AppendLines, onEnd: (end: QueueEnd) => void, clock: Clock) {
    this.#append = append;
    this.#onEnd = onEnd;
    this.#clock = clock;
  }

  get written(): Written {
    return { frames: this.#frames, durationMs: this.#lastMs - this.#firstMs, bytes: this.#bytes };
  }

  /** Whether the disk is so far behind that the next frame must be dropped. */
  get full(): boolean {
    return this.#waiting.length >= MOST_WAITING;
  }

  add(frame: FrameLines): void {
    this.#waiting.push(frame);
    const due = this.#clock.now() - this.#sentMs >= EVERY_MS;
    if (due && this.#onTheirWay === 0) this.flush();
  }

  /** Sends what waits, at once. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#sentMs = this.#clock.now();
    this.#onTheirWay += 1;
    this.#lastAnswer = this.#send(batch).finally(() => (this.#onTheirWay -= 1));
  }

  /** Sends what waits. Resolves when the disk has it all, or has refused it. */
  async drain(): Promise<void> {
    this.flush();
    await this.#lastAnswer;
  }

  async #send(batch: readonly FrameLines[]): Promise<void> {
    try {
      const { kept, bytes, problem } = await this.#append(batch.map(({ text }) => text));
      if (this.#frames === 0) this.#firstMs = batch[0]!.timeMs;
      if (kept > 0) this.#lastMs = batch[kept - 1]!.timeMs;
      this.#frames += kept;
      this.#bytes = bytes;
      if (problem) this.#onEnd({ type: 'storage', problem });
    } catch (error) {
      this.#onEnd({ type: 'failed', error });
    }
  }
}
