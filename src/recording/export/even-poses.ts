import type { Vec3 } from '../../hands/vectors.ts';
import type { JointTrack } from './joint-track.ts';
import { median } from './median.ts';

/** A stream's frames at a constant rate. */
export interface EvenTimes {
  readonly intervalMs: number;
  readonly count: number;
}

/** The rate of a stream that is too short to have one, ms. */
const DEFAULT_INTERVAL_MS = 1000 / 30;

/** Frames further apart than this many intervals have a gap between them: nothing moves there. */
const GAP_INTERVALS = 4;

/** As many frames as fit between the first time and the last, ms, at their median interval. */
export function evenTimes(times: readonly number[]): EvenTimes {
  const intervals = times.slice(1).map((time, i) => time - times[i]!);
  const middle = median(intervals);
  const intervalMs = middle > 0 ? middle : DEFAULT_INTERVAL_MS;
  if (times.length === 0) return { intervalMs, count: 0 };
  const duration = times.at(-1)! - times[0]!;
  return { intervalMs, count: 1 + Math.round(duration / intervalMs) };
}

/**
 * One hand's joints at each even time. Between two frames that have the hand they move in a
 * straight line; where it is absent, or frames are missing, it keeps its last pose, and before it
 * first comes, its first. Yields nothing when no frame has the hand.
 */
export function* evenPoses(
  track: JointTrack,
  times: readonly number[],
  { intervalMs, count }: EvenTimes,
): Generator<readonly Vec3[]> {
  let held = firstPose(track);
  if (!held) return;
  let frame = 0;
  for (let i = 0; i < count; i++) {
    const time = times[0]! + i * intervalMs;
    while (frame + 1 < times.length && times[frame + 1]! <= time) {
      held = track.joints(frame) ?? held;
      frame++;
    }
    const now = track.joints(frame);
    held = now ?? held;
    const gap = (times[frame + 1] ?? Infinity) - times[frame]!;
    const next = gap < GAP_INTERVALS * intervalMs ? track.joints(frame + 1) : null;
    yield now && next ? between(now, next, (time - times[frame]!) / gap) : held;
  }
}

function firstPose(track: JointTrack): readonly Vec3[] | null {
  let frame = 0;
  while (frame < track.length && !track.has(frame)) frame++;
  return frame < track.length ? track.joints(frame) : null;
}

function between(a: readonly Vec3[], b: readonly Vec3[], share: number): Vec3[] {
  return a.map(([x, y, z], joint): Vec3 => {
    const [toX, toY, toZ] = b[joint]!;
    return [x + (toX - x) * share, y + (toY - y) * share, z + (toZ - z) * share];
  });
}
