import { HAND_SIDES } from '../hands/hand-side.ts';
import { blobChunks, type BlobChunksOptions } from '../recording/blob-chunks.ts';
import { checkFrame } from '../recording/check-pose-stream.ts';
import { parseText } from '../recording/json-text.ts';
import { PoseStreamFailure } from '../recording/pose-stream-problem.ts';
import type { PoseStreamFrame, PoseStreamHeader } from '../recording/pose-stream.ts';
import { readPoseStream } from '../recording/read-pose-stream.ts';
import { FrameIndex } from './frame-index.ts';
import { SourceFailure } from './source-failure.ts';

/** Frames read and kept at once, from a multiple of it on: steps back are seldom farther. */
const BLOCK = 32;

/** A recording whose frames were all looked at once and can be had in any order; few are held. */
export class RecordingFile {
  readonly file: File;
  readonly header: PoseStreamHeader;
  /** Whether the file was cut off behind its last whole frame. */
  readonly truncated: boolean;
  /** Whether it has the unsmoothed joints of every hand, so that they can be smoothed again. */
  readonly hasRaw: boolean;
  readonly index: FrameIndex;
  #block = { from: 0, frames: [] as readonly PoseStreamFrame[] };

  private constructor(
    file: File,
    opened: Pick<RecordingFile, 'header' | 'truncated' | 'hasRaw' | 'index'>,
  ) {
    this.file = file;
    this.header = opened.header;
    this.truncated = opened.truncated;
    this.hasRaw = opened.hasRaw;
    this.index = opened.index;
  }

  /**
   * Reads the file through, as readPoseStream does.
   * @throws SourceFailure bad-recording, recording-unreadable; the signal's reason
   */
  static async open(file: File, options: BlobChunksOptions = {}): Promise<RecordingFile> {
    const index = new FrameIndex();
    let [hands, raws] = [0, 0];
    try {
      const reading = await readPoseStream(blobChunks(file, options));
      for await (const { frame, offset, length } of reading.entries) {
        index.add(offset, length, frame.time);
        for (const side of HAND_SIDES) {
          hands += frame.hands[side] ? 1 : 0;
          raws += frame.hands[side]?.raw ? 1 : 0;
        }
      }
      const { header, truncated } = reading;
      return new RecordingFile(file, {
        header,
        truncated,
        hasRaw: hands > 0 && raws === hands,
        index,
      });
    } catch (error) {
      options.signal?.throwIfAborted();
      throw failureOf(error, file.name);
    }
  }

  get name(): string {
    return this.file.name;
  }

  /** ms from the first frame to the last. */
  get durationMs(): number {
    return this.endMs - this.startMs;
  }

  /** The first frame's time and the last one's, ms by the recorded source's own clock. */
  get startMs(): number {
    return this.index.timeMs(0);
  }

  get endMs(): number {
    return this.index.timeMs(this.index.count - 1);
  }

  /** @throws SourceFailure bad-recording, recording-unreadable where the file changed or went away */
  async frame(at: number): Promise<PoseStreamFrame> {
    const held = this.#block.frames[at - this.#block.from];
    if (held) return held;
    const from = at - (at % BLOCK);
    const frames = await this.#read(from);
    this.#block = { from, frames };
    return frames[at - from]!;
  }

  async #read(from: number): Promise<readonly PoseStreamFrame[]> {
    const to = Math.min(from + BLOCK, this.index.count);
    const begin = this.index.begin(from);
    try {
      const slice = this.file.slice(begin, this.index.end(to - 1));
      const bytes = new Uint8Array(await slice.arrayBuffer());
      return Array.from({ length: to - from }, (_, i) => {
        const [first, behind] = [this.index.begin(from + i), this.index.end(from + i)];
        const value = parseText({ bytes: bytes.subarray(first - begin, behind - begin) });
        return checkFrame(value, null, { line: from + i + 2, path: '' });
      });
    } catch (error) {
      throw failureOf(error, this.name);
    }
  }
}

function failureOf(error: unknown, name: string): SourceFailure {
  if (error instanceof PoseStreamFailure) {
    return new SourceFailure({ type: 'bad-recording', name, problem: error.problem });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new SourceFailure({ type: 'recording-unreadable', name, reason });
}
