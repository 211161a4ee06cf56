import type { HandEstimate } from '../src/hands/hand-estimate.ts';
import type { Vec3 } from '../src/hands/vectors.ts';

/** Side of the box of every hand made here, px. */
export const HAND_PX = 100;

/** A hand whose box has its top left corner at x, y: 21 joints in five columns, all different. */
export function handAt(x: number, y = 100, score = 0.95): HandEstimate {
  const joints = Array.from({ length: 21 }, (_, joint): Vec3 => {
    const [finger, knuckle] = [Math.floor((joint - 1) / 4), (joint - 1) % 4];
    if (joint === 0) return [x + HAND_PX / 2, y + HAND_PX, 0];
    return [x + (finger * HAND_PX) / 4, y + ((3 - knuckle) * HAND_PX) / 4, -knuckle];
  });
  return { score, joints };
}
