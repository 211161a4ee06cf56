import { asyncScheduler, firstValueFrom, timer, type SchedulerLike } from 'rxjs';
import type { SceneName } from '../synthetic/scenes.ts';
import { openSyntheticHands, type SyntheticRenderer } from '../workers/open-synthetic-hands.ts';
import type { FrameContent } from './frame.ts';
import type { FrameSource, Pace } from './frame-source.ts';
import { framesFrom } from './frames-from.ts';
import { SourceFailure } from './source-failure.ts';

/** What is drawn, how large and how often. */
export interface SyntheticOptions {
  /** Default 'tour': apart, gestures, together, clasped, in a loop of 24 s. */
  readonly scene?: SceneName;
  /** Default 'live'. */
  readonly pace?: Pace;
  /** Frames a second; default 30. */
  readonly frameRate?: number;
  /** Completes after this many; default: never. */
  readonly frameCount?: number;
  /** px; default 640 x 480. */
  readonly width?: number;
  readonly height?: number;
  /** The live pace's clock; default rxjs's asyncScheduler. */
  readonly scheduler?: SchedulerLike;
  /** @internal For tests. */
  readonly openRenderer?: typeof openSyntheticHands;
}

/**
 * Two rendered hands with their exact joints and camera on every Frame. A Frame's time, a multiple
 * of 1000 / frameRate, decides alone what it shows. Live, ticks that find the last Frame still open
 * are skipped; else none are. Errors with SourceFailure 'synthetic-unavailable'.
 */
export function syntheticSource(options: SyntheticOptions = {}): FrameSource {
  return {
    kind: 'synthetic',
    name: 'synthetic hands',
    pace: options.pace ?? 'live',
    frames: framesFrom((signal) => pullSynthetic(options, signal)),
  };
}

async function* pullSynthetic(
  options: SyntheticOptions,
  signal: AbortSignal,
): AsyncGenerator<FrameContent> {
  const { scene = 'tour', width = 640, height = 480, frameCount = Infinity } = options;
  const { openRenderer = openSyntheticHands } = options;
  let renderer: SyntheticRenderer | undefined;
  try {
    renderer = await openRenderer({ scene, width, height }, signal);
    const nextTick = ticks(options);
    for (let index = 0; index < frameCount && !signal.aborted; index++) {
      const tick = await nextTick();
      if (signal.aborted) return;
      // Not cut short by the signal: a picture that is under way must arrive to be closed.
      yield { ...tick, ...(await renderer.render(tick.timeMs)), index };
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SourceFailure({ type: 'synthetic-unavailable', reason });
  } finally {
    await renderer?.close();
  }
}

interface Tick {
  readonly timeMs: number;
  /** Ticks that passed unused since the last one. */
  readonly skipped: number;
}

/** Resolves with each Frame's time in turn: at once, or at the next tick that is not yet past. */
function ticks({
  pace = 'live',
  frameRate = 30,
  scheduler = asyncScheduler,
}: SyntheticOptions): () => Promise<Tick> {
  const periodMs = 1000 / frameRate;
  let tick = -1;
  if (pace === 'every-frame') {
    return () => Promise.resolve({ timeMs: (tick += 1) * periodMs, skipped: 0 });
  }
  const startMs = scheduler.now();
  return async () => {
    const passed = Math.ceil((scheduler.now() - startMs) / periodMs);
    const skipped = Math.max(0, passed - (tick + 1));
    tick += 1 + skipped;
    const waitMs = startMs + tick * periodMs - scheduler.now();
    if (waitMs > 0) await firstValueFrom(timer(waitMs, scheduler));
    return { timeMs: tick * periodMs, skipped };
  };
}
