import type { OperatorFunction } from 'rxjs';
import { planCrops, type CropPlan } from '../hands/crop-plan.ts';
import { detectedHand, expectedHands, handsInSight } from '../hands/expected-hand.ts';
import type { HandDetection } from '../hands/hand-detection.ts';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import { trackHands, type SidedHand } from '../hands/hand-tracks.ts';
import type { PosePrior } from '../hands/pose-prior.ts';
import type { Detected } from './detect.ts';
import type { Frame } from './frame.ts';
import { stage, type StageContext } from './stage.ts';
import type { TrackMemory } from './track-memory.ts';

/** Detections sorted into the person's two hands, and what a network should look at. */
export interface Cropped extends Detected {
  readonly sided: PerHand<SidedHand | null>;
  readonly ignored: readonly HandDetection[];
  readonly crops: CropPlan;
  readonly prior: PosePrior;
}

/** Hands apart: after so many frames, or so long, one crop holds both, for the relative depth. */
const UNION_EVERY = { frames: 10, ms: 1000 };

type Moment = Pick<Frame, 'index' | 'timeMs'>;

const NOBODY: PerHand<null> = { right: null, left: null };

/**
 * Plans each frame's crops: from this frame's detections where there are any, else from where the
 * estimator saw the hands one frame earlier, which detections that have just come in correct. What
 * is expected there goes with them.
 */
export function crop(
  memory: TrackMemory,
  context: StageContext,
): OperatorFunction<Detected, Cropped> {
  let lastUnion: Moment = { index: -Infinity, timeMs: -Infinity };

  const plan = ({ frame, detections, detectionsAre }: Detected) => {
    const fresh = detectionsAre !== 'known';
    const tracked = fresh ? trackHands(memory.tracks, detections, frame.timeMs) : undefined;
    memory.tracks = tracked?.tracks ?? memory.tracks;
    const sided = tracked?.sided.hands ?? NOBODY;
    const detected = perHand((side) => sided[side] && detectedHand(sided[side].detection));
    const { displayWidth: width, displayHeight: height } = frame.image;
    const followed = handsInSight(memory.followed(frame.timeMs), { width, height });
    const expected = expectedHands(followed, detected, detectionsAre === 'of-this-frame');
    const boxes = perHand((side) => expected[side]?.box ?? null);
    const crops = planCrops(boxes, { withUnion: isDue(lastUnion, frame) });
    const { index, timeMs } = frame;
    if (crops.crops.some(({ sides }) => sides.length === 2)) lastUnion = { index, timeMs };
    const prior: PosePrior = {
      hands: perHand((side) => expected[side]?.prior ?? null),
      relativeDepthMm: memory.relativeDepthMm(timeMs),
    };
    return { sided, ignored: tracked?.sided.ignored ?? [], crops, prior };
  };
  return stage('crop', plan, context);
}

function isDue(last: Moment, { index, timeMs }: Moment): boolean {
  const elapsedMs = timeMs - last.timeMs;
  return index - last.index >= UNION_EVERY.frames || elapsedMs >= UNION_EVERY.ms || elapsedMs < 0;
}
