import type { OperatorFunction } from 'rxjs';
import { perHand } from '../hands/hand-side.ts';
import { WRIST } from '../hands/joints.ts';
import type { LiftedHand } from '../hands/lifted-hand.ts';
import type { Depth, HandPose, PoseFrame } from '../hands/pose-frame.ts';
import { NO_PRIOR } from '../hands/pose-prior.ts';
import { subtract3 } from '../hands/vectors.ts';
import type { Lifted } from './lift.ts';
import { stage, type InFlight, type StageContext } from './stage.ts';

const NOBODY = { right: null, left: null };

/** What the stages before would have found, had anybody looked. */
const NOT_LOOKED_AT = {
  detections: [],
  detectionsAre: 'known',
  sided: NOBODY,
  ignored: [],
  crops: { kind: 'none', crops: [] },
  prior: NO_PRIOR,
  estimate: { hands: NOBODY, relativeDepthMm: null },
} as const;

/** What a Frame's recorded hands were before they were smoothed; null where that was not recorded. */
export function replayLift(context: StageContext): OperatorFunction<InFlight, Lifted> {
  return stage(
    'lift',
    ({ frame: { recorded, camera } }: InFlight) => {
      if (!recorded || !camera)
        throw new Error('A Frame of a replay has recorded hands and camera');
      const lifted = perHand((side) => liftedFromRaw(recorded.hands[side]));
      return { ...NOT_LOOKED_AT, camera, lifted, relativeDepth: relativeDepth(recorded, lifted) };
    },
    context,
  );
}

function liftedFromRaw(hand: HandPose | null): LiftedHand | null {
  if (!hand?.raw) return null;
  const { score, jointScores, raw, rootDepth } = hand;
  const root = raw.joints3d[WRIST]!;
  return {
    score,
    joints2d: raw.joints2d,
    rootRelative: raw.joints3d.map((joint) => subtract3(joint, root)),
    rootDepth: { mm: root[2], from: rootDepth.from },
    ...(jointScores && { jointScores }),
  };
}

function relativeDepth(
  { relativeDepth }: PoseFrame,
  { right, left }: Lifted['lifted'],
): Depth | null {
  if (!relativeDepth || !right || !left) return null;
  return { mm: left.rootDepth.mm - right.rootDepth.mm, from: relativeDepth.from };
}
