import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import type { PoseStreamLinesOptions } from '../streams/pose-stream-lines.ts';
import type { Making } from '../streams/recorder-continuity.ts';
import { VideoRecorder, type VideoEnd, type WriteVideo } from '../streams/recorder-video.ts';
import { Recorder, type RecorderEnd, type RecorderProgress } from '../streams/recorder.ts';
import type { StoredRecording } from '../workers/recording-facts.ts';
import { RecordingLog } from '../workers/recording-log.ts';

export interface RecordSessionOptions {
  readonly lines: PoseStreamLinesOptions;
  /** Whether the pictures are recorded, too. */
  readonly withVideo: boolean;
  readonly making: Making;
  /** The recording ended by itself; `finish` is due. */
  readonly onEnd: () => void;
}

/** A recording that has ended. */
export interface EndedSession {
  readonly id: string;
  /** Null where it has no frame. */
  readonly recording: StoredRecording | null;
  /** Why it ended by itself; null: it was stopped. */
  readonly end: RecorderEnd | null;
  /** Why its video ended before it; null: it did not, or there was to be none. */
  readonly videoEnd: VideoEnd | null;
}

/** One recording that is under way: the recorders, and the files that grow. */
export class RecordSession {
  readonly #id: string;
  readonly #log: RecordingLog;
  readonly #recorder: Recorder;
  readonly #video: VideoRecorder | null;
  readonly #lines: PoseStreamLinesOptions;

  private constructor(id: string, log: RecordingLog, options: RecordSessionOptions) {
    this.#id = id;
    this.#log = log;
    this.#lines = options.lines;
    this.#recorder = new Recorder({
      ...options,
      append: (lines) => log.append(lines),
      clock: performance,
    });
    const writeVideo: WriteVideo = (bytes, at) => log.writeVideo(bytes, at);
    this.#video = options.withVideo ? new VideoRecorder(writeVideo) : null;
  }

  /** @throws StorageFailure, WorkerFailure */
  static async begin(options: RecordSessionOptions): Promise<RecordSession> {
    const id = crypto.randomUUID();
    return new RecordSession(id, await RecordingLog.open(id, options.withVideo), options);
  }

  get progress(): RecorderProgress {
    return this.#recorder.progress;
  }

  take(live: LivePoseFrame, making: Making): void {
    if (this.#recorder.take(live, making)) this.#video?.add(live);
  }

  flush(): void {
    this.#recorder.flush();
  }

  async finish(): Promise<EndedSession> {
    const { frames, durationMs, bytes, end } = await this.#recorder.finish();
    const videoEnd = (await this.#video?.finish()) ?? null;
    await this.#log.close();
    const { createdAt, source } = this.#lines;
    const recording = {
      id: this.#id,
      createdAt: createdAt.toISOString(),
      sourceName: source.name,
      frames,
      durationMs,
      bytes,
      recovered: false,
      saved: 'no',
      videoBytes: this.#video?.bytes ?? 0,
      videoSaved: 'no',
    } as const;
    return { id: this.#id, recording: frames > 0 ? recording : null, end, videoEnd };
  }
}
