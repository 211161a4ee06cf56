import type { PerHand } from './hand-side.ts';

/** Which hands a picture shows, as InterHand2.6M names it. */
export type HandType = 'right' | 'left' | 'interacting';

/** Which hands are there; null for none. */
export function handTypeOf({ right, left }: PerHand<boolean>): HandType | null {
  if (right && left) return 'interacting';
  if (right) return 'right';
  return left ? 'left' : null;
}

/** Whether a picture of that type shows the hand of each side. */
export function handsOfType(type: HandType): PerHand<boolean> {
  return { right: type !== 'left', left: type !== 'right' };
}
