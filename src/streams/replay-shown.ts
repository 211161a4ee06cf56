import { map, type MonoTypeOperatorFunction } from 'rxjs';
import { perHand } from '../hands/hand-side.ts';
import type { SmoothingOptions } from '../hands/smoothing.ts';
import { now, type Changing } from './changing.ts';
import type { Gated } from './gate.ts';

/** The joints bit for bit as recorded; or the recorded `raw` ones smoothed anew, or 'off': as they are. */
export type ReplaySmoothing = SmoothingOptions | 'as-recorded' | 'off';

/** Shows the hands as they were recorded, or smoothed anew beside their recorded `raw` joints. */
export function replayShown(smoothing: Changing<ReplaySmoothing>): MonoTypeOperatorFunction<Gated> {
  return map((gated) => {
    const { recorded } = gated.frame;
    if (!recorded) return gated;
    if (now(smoothing) === 'as-recorded') {
      return { ...gated, hands: recorded.hands, relativeDepth: recorded.relativeDepth };
    }
    const hands = perHand((side) => {
      const [anew, before] = [gated.hands[side], recorded.hands[side]];
      return anew && before?.raw ? { ...anew, raw: before.raw } : before;
    });
    return { ...gated, hands, relativeDepth: gated.relativeDepth ?? recorded.relativeDepth };
  });
}
