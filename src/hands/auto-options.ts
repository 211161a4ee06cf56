/** What `auto` decides by (docs/decisions.md 21). Shares are of the larger hand's box side. */
export interface AutoOptions {
  /** Hands are near from a gap of `enter` between their boxes until one of `leave`, shares. */
  readonly nearGap: { readonly enter: number; readonly leave: number };
  /** Joints farther apart than this on average: the two estimators contradict each other, share. */
  readonly disagreement: number;
  /** Joints nearer than this on average: a right and a left hand are one hand seen twice, share. */
  readonly sameHand: number;
  /**
   * Unless InterNet believes in the joints of both this much, on average, and they are not nearer
   * than a third of that: hands that interlock are two.
   */
  readonly bothSure: number;
  /** An estimator has to be the better one for so long before it takes over from the other, ms. */
  readonly changeMs: number;
  /** From which score on, and after how long, ms, InterNet alone may bring a hand in. */
  readonly birth: { readonly score: number; readonly afterMs: number };
  /** The score that keeps a hand, away from the other, which the detector misses. */
  readonly aloneScore: number;
  /** One hand seen twice keeps its side unless the other side is surer by this much. */
  readonly surerBy: number;
  /** How long joints move over from one estimator's to the other's, ms. */
  readonly fadeMs: number;
}

/** Measured on synthetic hands, apart and clasping, and real pictures (docs/models.md). */
export const DEFAULT_AUTO: AutoOptions = {
  nearGap: { enter: 0.1, leave: 0.3 },
  disagreement: 0.35,
  sameHand: 0.2,
  bothSure: 0.35,
  changeMs: 300,
  birth: { score: 0.8, afterMs: 250 },
  aloneScore: 0.5,
  surerBy: 0.1,
  fadeMs: 150,
};
