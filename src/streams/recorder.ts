import { Subject, type Subscription } from 'rxjs';
import type { Clock } from './clock.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';
import { poseStreamLines, type PoseStreamLinesOptions } from './pose-stream-lines.ts';
import {
  brokenBy,
  recordedFrame,
  type BrokenBy,
  type Making,
  type RecordedFrame,
} from './recorder-continuity.ts';
import { RecorderQueue, type AppendLines, type QueueEnd, type Written } from './recorder-queue.ts';

/** Why a recording ends by itself; what was recorded stays. */
export type RecorderEnd = QueueEnd | { readonly type: 'broken'; readonly by: BrokenBy };

/** How far a recording is. */
export interface RecorderProgress extends Written {
  /**
   * Frames that went by since the first recorded one: those that the source counts as left out,
   * those that the pipeline gave up, and those for which the disk was too slow.
   */
  readonly dropped: number;
}

/** What became of a recording. */
export interface Recorded extends RecorderProgress {
  /** Why it ended by itself; null: it was stopped, and all of it is there. */
  readonly end: RecorderEnd | null;
}

export interface RecorderOptions {
  /** What the header says. */
  readonly lines: PoseStreamLinesOptions;
  /** How the frames are made that the header speaks of. */
  readonly making: Making;
  readonly append: AppendLines;
  /** Called once, where the recording ends by itself: nothing is taken any more, `finish` is due. */
  readonly onEnd: () => void;
  readonly clock: Clock;
}

/**
 * The sink that records: PoseFrames in, lines of a pose stream on the disk, a few times a second. The
 * header speaks for all of them: the first frame of which it would not be true ends the recording.
 */
export class Recorder {
  readonly #making: Making;
  readonly #onEnd: RecorderOptions['onEnd'];
  readonly #queue: RecorderQueue;
  readonly #frames = new Subject<LivePoseFrame>();
  readonly #subscription: Subscription;
  /** The lines of the frame that is being taken. */
  #lines: string[] = [];
  #last: RecordedFrame | null = null;
  #dropped = 0;
  #stopped = false;
  #end: RecorderEnd | null = null;

  constructor({ lines, making, append, onEnd, clock }: RecorderOptions) {
    this.#making = making;
    this.#onEnd = onEnd;
    this.#queue = new RecorderQueue(append, (end) => this.#endBy(end), clock);
    this.#subscription = this.#frames.pipe(poseStreamLines(lines)).subscribe({
      next: (line) => this.#lines.push(line),
      error: (error: unknown) => this.#endBy({ type: 'failed', error }),
    });
  }

  get progress(): RecorderProgress {
    return { ...this.#queue.written, dropped: this.#dropped };
  }

  /**
   * Records a frame, lent, and made as it says.
   * @returns whether it belongs to the recording, which has no more frames after its end
   */
  take(live: LivePoseFrame, making: Making): boolean {
    if (this.#stopped || this.#end) return false;
    const next = recordedFrame(live, making);
    const last = this.#last ?? { ...next, ...this.#making, index: -1, time: -1 };
    const by = brokenBy(last, next);
    if (by) {
      this.#endBy({ type: 'broken', by });
      return false;
    }
    if (this.#last) this.#dropped += live.frame.skipped + live.index - last.index - 1;
    this.#last = next;
    if (this.#queue.full) this.#dropped += 1;
    else this.#write(live);
    return true;
  }

  /** Sends what still waits, at once: the page may be gone soon. */
  flush(): void {
    this.#queue.flush();
  }

  /** Ends the recording. @returns what is on the disk then */
  async finish(): Promise<Recorded> {
    this.#stopped = true;
    this.#subscription.unsubscribe();
    await this.#queue.drain();
    return { ...this.progress, end: this.#end };
  }

  #write(live: LivePoseFrame): void {
    this.#frames.next(live);
    const lines = this.#lines;
    this.#lines = [];
    // None where the frame could not be written, which was the end.
    if (lines.length > 0) this.#queue.add({ text: lines.join('\n'), timeMs: live.time });
  }

  #endBy(end: RecorderEnd): void {
    if (this.#end) return;
    this.#end = end;
    this.#onEnd();
  }
}
