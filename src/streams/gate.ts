import type { OperatorFunction } from 'rxjs';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import { passesGate, type GateOptions } from '../hands/handedness-gate.ts';
import { jointsOfLifted, type LiftedHand } from '../hands/lifted-hand.ts';
import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { HandPose } from '../hands/pose-frame.ts';
import type { Smoothed } from './smooth.ts';
import { stage, type StageContext } from './stage.ts';

export interface Gated extends Smoothed {
  readonly hands: PerHand<HandPose | null>;
}

/** Shows a hand only while its handedness says that it is there, with hysteresis. */
export function gate(
  options: GateOptions & { readonly withRaw: boolean },
  context: StageContext,
): OperatorFunction<Smoothed, Gated> {
  return (source) => {
    let shown: PerHand<boolean> = { right: false, left: false };

    const work = ({ smoothed, lifted, camera, relativeDepth }: Smoothed) => {
      shown = perHand((side) => passesGate(shown[side], smoothed[side]?.score, options));
      const hands = perHand((side) => {
        const hand = smoothed[side];
        return shown[side] && hand
          ? handPose(hand, options.withRaw ? lifted[side] : null, camera)
          : null;
      });
      return { hands, relativeDepth: hands.right && hands.left ? relativeDepth : null };
    };
    return source.pipe(stage('gate', work, context));
  };
}

function handPose(
  smoothed: LiftedHand,
  raw: LiftedHand | null,
  camera: CameraIntrinsics,
): HandPose {
  const { score, rootDepth, jointScores } = smoothed;
  const joints = jointsOfLifted(smoothed, camera);
  const pose = { score, ...joints, rootDepth, ...(jointScores && { jointScores }) };
  return raw ? { ...pose, raw: jointsOfLifted(raw, camera) } : pose;
}
