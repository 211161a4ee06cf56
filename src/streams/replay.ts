import { sleep } from './abortable.ts';
import { createPacer } from './clip-pacer.ts';
import type { Clock } from './clock.ts';
import type { FrameContent } from './frame.ts';
import type { FrameSource, Pace } from './frame-source.ts';
import { framesFrom } from './frames-from.ts';
import { Playback } from './playback.ts';
import type { RecordingFile } from './recording-file.ts';
import { openReplayPictures } from './replay-pictures.ts';

/** How a recording is played. */
export interface ReplayOptions {
  /** 'live' (default) plays at the recording's own pace; 'every-frame' skips none and waits for none. */
  readonly pace?: Pace;
  /** Start again at the end. Default false. */
  readonly loop?: boolean;
  /** Pause, seek, speed and steps from outside; times are the recording's own. */
  readonly playback?: Playback;
  /** Wall clock of the live pace. */
  readonly clock?: Clock;
  /** The video that was recorded beside it, of the same source and from the same moment on. */
  readonly video?: File | undefined;
}

/** How long a frame stands that has no other to go by, ms: one of a camera's. */
const LONE_FRAME_MS = 33;

/**
 * A recording as a source: Frames with the recorded hands, index, time and camera, on the video that
 * was recorded with them or on a plain ground. For createReplayPipeline; nothing looks at the
 * pictures. Errors with SourceFailure recording-unreadable, or the video's.
 */
export function replaySource(recording: RecordingFile, options: ReplayOptions = {}): FrameSource {
  const { kind, name = recording.name } = recording.header.source;
  const frames = framesFrom((signal) => pullReplay(recording, options, signal));
  return { kind, name, pace: options.pace ?? 'live', frames };
}

async function* pullReplay(
  recording: RecordingFile,
  options: ReplayOptions,
  signal: AbortSignal,
): AsyncGenerator<FrameContent> {
  const { pace = 'live', loop = false, playback = new Playback(), clock = performance } = options;
  const { index, header } = recording;
  using pictures = await openReplayPictures(header.source, options.video);
  const pacer = createPacer(pace, playback, clock, signal);
  let skipped = 0;
  for (let at = 0; !signal.aborted;) {
    for (; at < index.count; at++) {
      const turn = await pacer.turn(index.timeMs(at), durationMs(recording, at));
      if (turn === 'interrupted') break;
      if (turn === 'late') {
        skipped += 1;
        continue;
      }
      const recorded = await recording.frame(at);
      const image = await pictures.at(recorded.time - recording.startMs);
      yield {
        image,
        index: recorded.index,
        timeMs: recorded.time,
        skipped,
        camera: header.camera,
        recorded,
      };
      skipped = 0;
      // All the rest may settle without a timer, and the page would never have its turn.
      if (pace === 'live') await sleep(0, signal);
    }
    if (signal.aborted) return;
    if (loop) await pacer.standUntil(recording.endMs + durationMs(recording, index.count - 1));
    const seekMs = playback.takeSeek();
    if (seekMs === undefined && !loop) return;
    pacer.restart(seekMs === undefined ? 'loop' : 'seek');
    at = seekMs === undefined ? 0 : index.at(seekMs);
  }
}

/** How long a frame stands; the last one as long as the others do on average. */
function durationMs({ index, durationMs }: RecordingFile, at: number): number {
  if (at + 1 < index.count) return index.timeMs(at + 1) - index.timeMs(at);
  return index.count > 1 ? durationMs / (index.count - 1) : LONE_FRAME_MS;
}
