import type { Depth } from '../hands/pose-frame.ts';

/** Depths closer together than this read as level, mm. */
const LEVEL_MM = 5;

/** Which hand is nearer, in words; `relative` is left root depth minus right root depth. */
export function depthLabel(relative: Depth): string {
  const mm = Math.round(relative.mm);
  if (Math.abs(mm) < LEVEL_MM) return 'level';
  return mm < 0 ? `left ${-mm} mm nearer` : `right ${mm} mm nearer`;
}

/** Where a depth comes from, in words. */
export function depthOriginLabel({ from }: Depth): string {
  return from === 'internet' ? 'from InterNet' : 'from hand size';
}
