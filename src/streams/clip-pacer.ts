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
  /** Waits until the last frame before a loop has stood; a pause and a seek end it. */
  standUntil(timeMs: number): Promise<void>;
}

/** The frame and the moment that a stretch plays on from: there is none until its first frame. */
interface PlayedFrom {
  readonly timeMs: number;
  readonly wallMs: number;
  readonly speed: number;
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
  let from: PlayedFrom | undefined;

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

  /** How long until a time has come; behind it, negative. Another speed holds from here on. */
  const msUntil = (timeMs: number, start: PlayedFrom) => {
    const { speed } = playback;
    const positionMs = start.timeMs + (clock.now() - start.wallMs) * start.speed;
    if (start.speed !== speed) playFrom(positionMs);
    return (timeMs - positionMs) / speed;
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
        const aheadMs = msUntil(timeMs, from);
        if (aheadMs < -CATCH_UP_LIMIT_MS) playFrom(timeMs);
        else if (aheadMs < -durationMs / playback.speed) return 'late';
        else if (aheadMs <= 0) return 'now';
        else await wait(aheadMs);
      }
    },
    async standUntil(timeMs) {
      if (pace === 'every-frame') return;
      for (;;) {
        if (!from || signal.aborted || playback.seeking || playback.paused) return;
        const aheadMs = msUntil(timeMs, from);
        if (aheadMs <= 0) return;
        await wait(aheadMs);
      }
    },
  };
}
