import type { VideoSample } from 'mediabunny';
import { openClip, uprightVideoFrame, type OpenClip } from './clip-file.ts';
import { SourceFailure } from './source-failure.ts';

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
  #framesRead = 0;

  private constructor(clip: OpenClip) {
    this.#clip = clip;
  }

  /** @throws SourceFailure, as a clip */
  static async open(file: File): Promise<ReplayVideo> {
    return new ReplayVideo(await openClip(file));
  }

  /**
   * The picture that stands at a time, ms, or null where there is none yet. The caller owns it.
   * @throws SourceFailure clip-broken
   */
  async pictureAt(timeMs: number): Promise<VideoFrame | null> {
    const shownMs = this.#shown ? this.#timeMs(this.#shown) : Infinity;
    const decodedMs = this.#next ? this.#timeMs(this.#next) : Infinity;
    const isBack = timeMs < shownMs - ROUNDING_MS;
    if (isBack || timeMs > decodedMs + JUMP_MS) await this.#startAt(timeMs);
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
    try {
      const read = await this.#samples?.next();
      if (!read || read.done) return null;
      this.#framesRead += 1;
      return read.value;
    } catch (error) {
      const { name } = this.#clip;
      const reason = error instanceof Error ? error.message : String(error);
      const framesRead = this.#framesRead;
      throw new SourceFailure({ type: 'clip-broken', name, framesRead, reason });
    }
  }

  #timeMs(sample: VideoSample): number {
    return sample.timestamp * 1000 - this.#clip.firstMs;
  }
}
