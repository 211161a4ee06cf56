import type { VideoSample } from 'mediabunny';
import { openClip, uprightVideoFrame, type OpenClip } from './clip-file.ts';

/** WebM keeps times to the millisecond: a picture may stand so much later than its frame. */
const ROUNDING_MS = 1;
/** Forward over more than this a jump is quicker than decoding everything between. */
const JUMP_MS = 2000;

/**
 * The pictures of a video for the times of a recording, in any order, quickest in rising order. The
 * video's first picture is at time 0. Whoever opened it disposes it.
 */
export class ReplayVideo implements Disposable {
  readonly #clip: OpenClip;
  #samples: AsyncIterator<VideoSample> | null = null;
  #shown: VideoSample | null = null;
  #next: VideoSample | null = null;

  private constructor(clip: OpenClip) {
    this.#clip = clip;
  }

  /** @throws SourceFailure, as a clip */
  static async open(file: File): Promise<ReplayVideo> {
    return new ReplayVideo(await openClip(file));
  }

  /** The picture that stands at a time, ms, or null where there is none yet. The caller owns it. */
  async pictureAt(timeMs: number): Promise<VideoFrame | null> {
    const shownMs = this.#shown ? this.#timeMs(this.#shown) : Infinity;
    if (timeMs < shownMs - ROUNDING_MS || timeMs > shownMs + JUMP_MS) await this.#startAt(timeMs);
    while (this.#next && this.#timeMs(this.#next) <= timeMs + ROUNDING_MS) {
      this.#shown?.close();
      this.#shown = this.#next;
      this.#next = await this.#pull();
    }
    return this.#shown && uprightVideoFrame(this.#shown);
  }

  [Symbol.dispose](): void {
    this.#leave();
    this.#clip[Symbol.dispose]();
  }

  async #startAt(timeMs: number): Promise<void> {
    this.#leave();
    const startS = (this.#clip.firstMs + timeMs) / 1000;
    this.#samples = this.#clip.samples(startS)[Symbol.asyncIterator]();
    this.#next = await this.#pull();
  }

  #leave(): void {
    this.#shown?.close();
    this.#next?.close();
    this.#shown = this.#next = null;
    // Ends the decoder; what it still had to say is of no interest.
    this.#samples?.return?.().catch(() => {});
    this.#samples = null;
  }

  async #pull(): Promise<VideoSample | null> {
    const read = await this.#samples?.next();
    return read && !read.done ? read.value : null;
  }

  #timeMs(sample: VideoSample): number {
    return sample.timestamp * 1000 - this.#clip.firstMs;
  }
}
