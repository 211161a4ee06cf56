import {
  getFirstEncodableVideoCodec,
  Output,
  QUALITY_HIGH,
  StreamTarget,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
  type StreamTargetChunk,
} from 'mediabunny';
import { StorageFailure, type StorageProblem } from '../models/storage-failure.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';

/** The cheapest to encode goes first: finding hands needs the machine. */
const CODECS = ['vp8', 'vp9', 'av1'] as const;

/** Pictures that may wait for the encoder; it has no time for what comes while they do. */
const MOST_WAITING = 2;

/** Key frames are where a replay can begin, s, and a cluster: a file that is cut off loses its last. */
const KEY_FRAME_EVERY_S = 1;
/** Less than lies between any two of them, so that each begins one. */
const CLUSTER_S = KEY_FRAME_EVERY_S / 2;

/** Writes a piece of the file somewhere in it. @returns why nothing more is written, or null */
export type WriteVideo = (
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
) => Promise<StorageProblem | null>;

/** Why there is no video, or none to the end. */
export type VideoEnd =
  | { readonly type: 'no-encoder' }
  | { readonly type: 'storage'; readonly problem: StorageProblem }
  | { readonly type: 'failed'; readonly error: unknown };

interface Encoding {
  readonly output: Output;
  readonly source: VideoSampleSource;
}

/**
 * The pictures of a recording as WebM, by the clock of its frames: its first frame is the video's
 * first, at 0. Where the encoder falls behind, pictures are missing, never frames.
 */
export class VideoRecorder {
  readonly #write: WriteVideo;
  #encoding: Promise<Encoding | null> | null = null;
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;
  #firstMs: number | null = null;
  #bytes = 0;
  #end: VideoEnd | null = null;

  constructor(write: WriteVideo) {
    this.#write = write;
  }

  /** Of the file. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Takes a frame's picture, lent. */
  add({ frame, time }: LivePoseFrame): void {
    if (this.#end || this.#waiting >= MOST_WAITING) return;
    this.#firstMs ??= time;
    const sample = new VideoSample(frame.image.clone(), {
      timestamp: (time - this.#firstMs) / 1000,
    });
    this.#waiting += 1;
    this.#work = this.#work
      .then(() => this.#encode(sample))
      .catch((error: unknown) => void (this.#end ??= endOf(error)))
      .finally(() => {
        sample.close();
        this.#waiting -= 1;
      });
  }

  /** Ends the file; one that broke off stays as it is. @returns why it did, or null */
  async finish(): Promise<VideoEnd | null> {
    await this.#work;
    try {
      const encoding = await this.#encoding;
      if (this.#end) await encoding?.output.cancel();
      else await encoding?.output.finalize();
    } catch (error) {
      this.#end ??= endOf(error);
    }
    return this.#end;
  }

  async #encode(sample: VideoSample): Promise<void> {
    if (this.#end) return;
    this.#encoding ??= this.#open(sample.displayWidth, sample.displayHeight);
    const encoding = await this.#encoding;
    if (encoding) await encoding.source.add(sample);
    else this.#end = { type: 'no-encoder' };
  }

  async #open(width: number, height: number): Promise<Encoding | null> {
    const quality = QUALITY_HIGH;
    const codec = await getFirstEncodableVideoCodec([...CODECS], { width, height, quality });
    if (!codec) return null;
    const source = new VideoSampleSource({
      codec,
      quality,
      keyFrameInterval: KEY_FRAME_EVERY_S,
      latencyMode: 'realtime',
    });
    const output = new Output({
      format: new WebMOutputFormat({ minimumClusterDuration: CLUSTER_S }),
      target: new StreamTarget(new WritableStream({ write: (chunk) => this.#put(chunk) })),
    });
    output.addVideoTrack(source);
    await output.start();
    return { output, source };
  }

  async #put({ data, position }: StreamTargetChunk): Promise<void> {
    const problem = await this.#write(data, position);
    if (problem) throw new StorageFailure(problem);
    this.#bytes = Math.max(this.#bytes, position + data.length);
  }
}

function endOf(error: unknown): VideoEnd {
  return error instanceof StorageFailure
    ? { type: 'storage', problem: error.problem }
    : { type: 'failed', error };
}
