import type { OperatorFunction } from 'rxjs';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import type { LiftedHand } from '../hands/lifted-hand.ts';
import { createOneEuro } from '../hands/one-euro.ts';
import type { Depth } from '../hands/pose-frame.ts';
import {
  createHandSmoother,
  createReturnDetector,
  type SmoothingOptions,
} from '../hands/smoothing.ts';
import { now, type Changing } from './changing.ts';
import type { Lifted } from './lift.ts';
import { stage, type StageContext } from './stage.ts';

export interface Smoothed extends Lifted {
  readonly smoothed: PerHand<LiftedHand | null>;
}

/** One-Euro on both hands; 'off' passes them on as they are. Changed settings start it anew. */
export function smooth(
  settings: Changing<SmoothingOptions | 'off'>,
  context: StageContext,
): OperatorFunction<Lifted, Smoothed> {
  return (source) => {
    let options: SmoothingOptions | 'off' = 'off';
    let smoothers: Smoothers | undefined;

    const work = ({ frame, lifted, relativeDepth }: Lifted) => {
      const before = options;
      options = now(settings);
      if (options === 'off') return { smoothed: lifted };
      const { displayWidth, displayHeight } = frame.image;
      const longerSide = Math.max(displayWidth, displayHeight);
      if (!smoothers || options !== before) smoothers = createSmoothers(options, longerSide);
      const { each, together } = smoothers;
      const smoothed = perHand((side) => each[side].smooth(lifted[side], frame.timeMs));
      return together(smoothed, relativeDepth, frame.timeMs);
    };
    return source.pipe(stage('smooth', work, context));
  };
}

type Smoothers = ReturnType<typeof createSmoothers>;

function createSmoothers(options: SmoothingOptions, longerSidePx: number) {
  return {
    each: perHand(() => createHandSmoother(options, longerSidePx)),
    together: createRelativeDepthSmoother(options),
  };
}

/**
 * A relative depth that the network measured is smoothed as itself and the left hand hung on it,
 * lest two separate filters on the root depths make noise of it. One from hand sizes is just their
 * difference and needs nothing.
 */
function createRelativeDepthSmoother({ depth, resetAfterMs }: SmoothingOptions) {
  const filter = createOneEuro(depth);
  const returns = createReturnDetector(resetAfterMs);
  return (
    smoothed: PerHand<LiftedHand | null>,
    relativeDepth: Depth | null,
    timeMs: number,
  ): Pick<Smoothed, 'smoothed' | 'relativeDepth'> => {
    const { right, left } = smoothed;
    const measured = relativeDepth?.from === 'internet' && right !== null && left !== null;
    const returned = returns(measured, timeMs);
    if (!right || !left || !relativeDepth) return { smoothed, relativeDepth: null };
    if (relativeDepth.from === 'hand-size') {
      const mm = left.rootDepth.mm - right.rootDepth.mm;
      return { smoothed, relativeDepth: { mm, from: 'hand-size' } };
    }
    if (returned) filter.reset();
    const mm = filter.filter(relativeDepth.mm, timeMs);
    const rootDepth: Depth = { mm: right.rootDepth.mm + mm, from: 'internet' };
    return {
      smoothed: { right, left: { ...left, rootDepth } },
      relativeDepth: { mm, from: 'internet' },
    };
  };
}
