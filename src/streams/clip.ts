import type { VideoSample } from 'mediabunny';
import { openClip, uprightVideoFrame, type OpenClip } from './clip-file.ts';
import { createPacer } from './clip-pacer.ts';
import type { Clock } from './clock.ts';
import type { FrameContent } from './frame.ts';
import type { FrameSource, Pace } from './frame-source.ts';
import { framesFrom } from './frames-from.ts';
import { Playback } from './playback.ts';
import { SourceFailure } from './source-failure.ts';

/** How a clip is played. */
export interface ClipOptions {
  /** 'live' (default) plays at the clip's own pace and skips late frames; 'every-frame' skips none. */
  readonly pace?: Pace;
  /** Start again at the end. Default false. */
  readonly loop?: boolean;
  /** Pause, seek, speed and steps from outside; times go back when the user seeks back. */
  readonly playback?: Playback;
  /** Wall clock of the live pace. */
  readonly clock?: Clock;
  /** Told once, before the first Frame. */
  readonly onDuration?: (durationMs: number) => void;
}

/** Durations in files are rounded; a clip that ends this many frames early has been cut off. */
const MISSING_FRAMES = 2;

/**
 * The video of an mp4 or webm file, decoded with WebCodecs. Frame times are the file's own, from its
 * first frame. Errors with a SourceFailure of the clip kinds; Frames before a break were delivered.
 */
export function clipSource(file: File, options: ClipOptions = {}): FrameSource {
  return {
    kind: 'clip',
    name: file.name,
    pace: options.pace ?? 'live',
    frames: framesFrom((signal) => pullClip(file, options, signal)),
  };
}

async function* pullClip(
  file: File,
  options: ClipOptions,
  signal: AbortSignal,
): AsyncGenerator<FrameContent> {
  const { pace = 'live', loop = false, playback = new Playback() } = options;
  using clip = await openClip(file);
  if (signal.aborted) return;
  options.onDuration?.(clip.durationMs);
  const pacer = createPacer(pace, playback, options.clock ?? performance, signal);
  let index = 0;
  let skipped = 0;
  for (let startMs = 0; !signal.aborted;) {
    let lastEndMs = startMs;
    for await (const sample of decoded(clip, startMs, () => index)) {
      using held = sample;
      if (signal.aborted) return;
      const timeMs = sample.timestamp * 1000 - clip.firstMs;
      lastEndMs = timeMs + sample.duration * 1000;
      const turn = await pacer.turn(timeMs, sample.duration * 1000);
      if (turn === 'interrupted') break;
      if (turn === 'late') {
        skipped += 1;
        continue;
      }
      yield { image: uprightVideoFrame(held), index: index++, timeMs, skipped };
      skipped = 0;
    }
    if (signal.aborted) return;
    if (loop) await pacer.standUntil(lastEndMs);
    const seekMs = playback.takeSeek();
    if (seekMs === undefined) await assertWhole(clip, lastEndMs, index);
    if (seekMs === undefined && !loop) return;
    pacer.restart(seekMs === undefined ? 'loop' : 'seek');
    startMs = seekMs ?? 0;
  }
}

async function* decoded(
  clip: OpenClip,
  startMs: number,
  framesRead: () => number,
): AsyncGenerator<VideoSample> {
  try {
    yield* clip.samples((startMs + clip.firstMs) / 1000);
  } catch (error) {
    throw new SourceFailure({
      type: 'clip-broken',
      name: clip.name,
      framesRead: framesRead(),
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

/** A file cut off in the middle decodes without an error up to the cut: its length gives it away. */
async function assertWhole(clip: OpenClip, lastEndMs: number, framesRead: number): Promise<void> {
  const missingMs = await clip.missingMs(lastEndMs);
  if (missingMs > MISSING_FRAMES * clip.frameMs) {
    const reason = `the last ${(missingMs / 1000).toFixed(1)} s are missing`;
    throw new SourceFailure({ type: 'clip-broken', name: clip.name, framesRead, reason });
  }
}
