import { sleep } from './abortable.ts';
import type { Clock } from './clock.ts';
import type { Pace } from './frame-source.ts';
import type { Playback } from './playback.ts';

/** 'now': show it; 'late': its time is over, skip it; 'interrupted': the user seeks, or it ends. */
export type Turn = 'now' | 'late' | 'interrupted';

export interface ClipPacer {
  /** The next frame starts a new stretch and is shown at once; after a loop only if nothing is paused. */
  restart(because: 'seek' | 'loop'): void;
  /** Waits for the frame's turn. */
  turn(timeMs: number, durationMs: number): Promise<Turn>;
}

/** After a stop longer than this (hidden tab, sleep) play on from here rather than catch up. */
const CATCH_UP_LIMIT_MS = 1000;

/** Decides when each frame of a clip or recording is shown. */
export function createPacer(
  pace: Pace,
  playback: Playback,
  clock: Clock,
  signal: AbortSignal,
): ClipPacer {
  /** The frame and the moment that it plays on from; undefined until the stretch's first frame. */
  let from:
    { readonly timeMs: number; readonly wallMs: number; readonly speed: number } | undefined;

  /** Whether the next frame is the one that was sought, or the very first: shown even when paused. */
  let sought = true;

  const playFrom = (timeMs: number) => {
    from = { timeMs, wallMs: clock.now(), speed: playback.speed };
  };

  const shownNow = (timeMs: number) => {
    sought = false;
    playFrom(timeMs);
    return 'now' as const;
  };

  const wait = async (ms: number) => {
    const turnOver = new AbortController();
    const either = AbortSignal.any([signal, turnOver.signal]);
    await Promise.race([sleep(ms, either), playback.changed(either)]);
    turnOver.abort();
  };

  return {
    restart(because) {
      from = undefined;
      sought = because === 'seek';
    },
    async turn(timeMs, durationMs) {
      if (pace === 'every-frame') return playback.seeking ? 'interrupted' : 'now';
      for (;;) {
        if (signal.aborted || playback.seeking) return 'interrupted';
        if (playback.paused && !sought) {
          if (playback.takeStep()) return shownNow(timeMs);
          await wait(2 ** 31 - 1);
          from = undefined;
          continue;
        }
        if (!from) return shownNow(timeMs);
        const { speed } = playback;
        const positionMs = from.timeMs + (clock.now() - from.wallMs) * from.speed;
        if (from.speed !== speed) playFrom(positionMs);
        const aheadMs = (timeMs - positionMs) / speed;
        if (aheadMs < -CATCH_UP_LIMIT_MS) playFrom(timeMs);
        else if (aheadMs < -durationMs / speed) return 'late';
        else if (aheadMs <= 0) return 'now';
        else await wait(aheadMs);
      }
    },
  };
}
