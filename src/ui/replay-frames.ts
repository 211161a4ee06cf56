import { Observable, switchMap } from 'rxjs';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import type { Playback } from '../streams/playback.ts';
import { RecordingFile } from '../streams/recording-file.ts';
import { createReplayPipeline } from '../streams/replay-pipeline.ts';
import type { ReplaySmoothing } from '../streams/replay-shown.ts';
import { replaySource } from '../streams/replay.ts';
import type { StageContext } from '../streams/stage.ts';
import type { ReplayChoice } from './source-choice.ts';

export interface ReplayFramesOptions extends StageContext {
  readonly playback: Playback;
  /** Asked with every frame. */
  readonly smoothing: () => ReplaySmoothing;
  /** Told how much of the file was read, 0..1, and then what is in it. */
  readonly onProgress: (fraction: number) => void;
  readonly onOpen: (recording: RecordingFile) => void;
}

/** The PoseFrames of a chosen recording, over and over; errors with a SourceFailure. */
export function replayFrames(
  { file, video }: ReplayChoice,
  options: ReplayFramesOptions,
): Observable<LivePoseFrame> {
  const { playback, smoothing, onOpen, onFrameFailed, clock } = options;
  return opened(file, options.onProgress).pipe(
    switchMap((recording) => {
      onOpen(recording);
      const source = replaySource(recording, { playback, loop: true, video });
      return createReplayPipeline({ source, smoothing, onFrameFailed, clock });
    }),
  );
}

/** Another choice gives the opening up. */
function opened(file: File, onProgress: (fraction: number) => void): Observable<RecordingFile> {
  return new Observable((subscriber) => {
    const stop = new AbortController();
    RecordingFile.open(file, { onProgress, signal: stop.signal }).then(
      (recording) => {
        subscriber.next(recording);
        subscriber.complete();
      },
      (error: unknown) => subscriber.error(error),
    );
    return () => stop.abort();
  });
}
