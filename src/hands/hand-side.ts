/** Which of the person's hands it is: 'right' is the person's right hand, whatever the view shows. */
export type HandSide = 'right' | 'left';

/** Both sides, in the order every per-hand array of this project uses. */
export const HAND_SIDES = ['right', 'left'] as const satisfies readonly HandSide[];

/** One value for each hand. */
export type PerHand<T> = Readonly<Record<HandSide, T>>;

/** Builds a value for each hand from its side. */
export function perHand<T>(make: (side: HandSide) => T): PerHand<T> {
  return { right: make('right'), left: make('left') };
}

/** The other hand. */
export function otherSide(side: HandSide): HandSide {
  return side === 'right' ? 'left' : 'right';
}
