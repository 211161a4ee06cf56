import { sleep } from './abortable.ts';
import type { Clock } from './clock.ts';
import type { Pace } from './frame-source.ts';
import type { Playback } from './playback.ts';

/** 'now': show it; 'late': its time is over, skip it; 'interrupted': the user seeks, or it ends. */
export type Turn = 'now' | 'late' | 'interrupted';

export interface ClipPacer {
  /** The next frame starts a new stretch (after a seek or a loop) and is shown at once. */
  restart(): void;
  /** Waits for the frame's turn. */
  turn(timeMs: number, durationMs: number): Promise<Turn>;
}

/** After a stop longer than this (hidden tab, sleep) play on from here rather than catch up. */
const CATCH_UP_LIMIT_MS = 1000;

/** Decides when each decoded frame of a clip is shown. */
export function createPacer(
  pace: Pace,
  playback: Playback,
  clock: Clock,
  signal: AbortSignal,
): ClipPacer {
  /** Wall time of the clip's time 0; undefined until the stretch's first frame. */
  let originMs: number | undefined;

  const wait = async (ms: number) => {
    const turnOver = new AbortController();
    const either = AbortSignal.any([signal, turnOver.signal]);
    await Promise.race([sleep(ms, either), playback.changed(either)]);
    turnOver.abort();
  };

  return {
    restart() {
      originMs = undefined;
    },
    async turn(timeMs, durationMs) {
      if (pace === 'every-frame') return playback.seeking ? 'interrupted' : 'now';
      for (;;) {
        if (signal.aborted || playback.seeking) return 'interrupted';
        if (originMs === undefined) {
          originMs = clock.now() - timeMs;
          return 'now';
        }
        if (playback.paused) {
          await wait(2 ** 31 - 1);
          originMs = clock.now() - timeMs;
          continue;
        }
        const aheadMs = originMs + timeMs - clock.now();
        if (aheadMs < -CATCH_UP_LIMIT_MS) originMs = clock.now() - timeMs;
        else if (aheadMs < -durationMs) return 'late';
        else if (aheadMs <= 0) return 'now';
        else await wait(aheadMs);
      }
    },
  };
}
