import type { PerHand } from './hand-side.ts';
import type { HandJoints } from './pose-frame.ts';

/** What a synthetic source knows about its own picture. */
export interface GroundTruth {
  /** Exact joints of the hands that are in the picture, in the public order and units. */
  readonly hands: PerHand<HandJoints | null>;
  /** Left root depth minus right root depth, mm; null unless both hands are there. */
  readonly relativeDepthMm: number | null;
  /** What the hands are doing, for the page to say ("apart", "together", "clasped"). */
  readonly scene: string;
}
