import type { HandEstimate } from './hand-estimate.ts';
import { add3, subtract3, type Vec3 } from './vectors.ts';

/**
 * Moves one hand's joints over from one source's to another's.
 * @param source whose joints `hand` has; a hand that was away, or time that ran back, starts anew
 */
export type JointFade = (
  hand: HandEstimate | null,
  source: string | null,
  timeMs: number,
) => HandEstimate | null;

/** What was given out last. */
interface Given {
  readonly source: string | null;
  readonly joints: readonly Vec3[];
  readonly timeMs: number;
}

/** How far what was shown lay from the new source's joints when it took over. */
interface Offset {
  readonly joints: readonly Vec3[];
  readonly sinceMs: number;
}

/**
 * A change of sources shifts the joints at most as far as its share of `fadeMs` allows: the
 * distance to the new ones, which move on meanwhile, shrinks to nothing from the last frame before
 * the change on.
 */
export function createJointFade(fadeMs: number): JointFade {
  let last: Given | null = null;
  let offset: Offset | null = null;
  return (hand, source, timeMs) => {
    const before = last && timeMs > last.timeMs ? last : null;
    if (!hand || !before) offset = null;
    else if (source !== before.source) {
      const joints = hand.joints.map((joint, i) => subtract3(before.joints[i]!, joint));
      offset = { joints, sinceMs: before.timeMs };
    }
    const left = offset ? 1 - (timeMs - offset.sinceMs) / fadeMs : 0;
    if (left <= 0) offset = null;
    const faded = hand && offset ? shifted(hand, offset, left) : hand;
    last = faded && { source, joints: faded.joints, timeMs };
    return faded;
  };
}

function shifted(hand: HandEstimate, { joints: by }: Offset, share: number): HandEstimate {
  const joints = hand.joints.map((joint, i) => {
    const [x, y, z] = by[i]!;
    return add3(joint, [share * x, share * y, share * z]);
  });
  return { ...hand, joints };
}
