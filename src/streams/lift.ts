import type { OperatorFunction } from 'rxjs';
import { boneLengthsMm } from '../hands/bone-lengths.ts';
import {
  defaultIntrinsics,
  intrinsicsFromFieldOfView,
  type CameraIntrinsics,
} from '../hands/camera-intrinsics.ts';
import type { HandEstimate, PoseEstimate } from '../hands/hand-estimate.ts';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import { liftHand, type LiftedHand } from '../hands/lifted-hand.ts';
import type { Depth } from '../hands/pose-frame.ts';
import { rootDepthFromHandSize } from '../hands/root-depth.ts';
import type { Estimated } from './estimate.ts';
import type { Frame } from './frame.ts';
import { now, type Changing } from './changing.ts';
import { stage, type StageContext } from './stage.ts';

/** What depths are judged by; both default to what is usual. */
export interface LiftOptions {
  /** Horizontal field of view of the camera, degrees. A frame that knows its camera goes before it. */
  readonly horizontalFovDegrees?: number | undefined;
  /** The user's hand against an average adult's (1). */
  readonly handScale?: number | undefined;
}

export interface Lifted extends Estimated {
  readonly camera: CameraIntrinsics;
  readonly lifted: PerHand<LiftedHand | null>;
  /** Left root depth minus right root depth; null unless both hands are there. */
  readonly relativeDepth: Depth | null;
}

/** 2.5D to camera space: root depth from the hand's size, the left one from the right where known. */
export function lift(
  settings: Changing<LiftOptions>,
  context: StageContext,
): OperatorFunction<Estimated, Lifted> {
  return stage(
    'lift',
    ({ frame, estimate }: Estimated) => {
      const options = now(settings);
      const camera = cameraOf(frame, options);
      return { camera, ...liftBoth(estimate, camera, boneLengthsMm(options.handScale)) };
    },
    context,
  );
}

function cameraOf(
  { camera, image }: Frame,
  { horizontalFovDegrees }: LiftOptions,
): CameraIntrinsics {
  if (camera) return camera;
  const { displayWidth, displayHeight } = image;
  return horizontalFovDegrees === undefined
    ? defaultIntrinsics(displayWidth, displayHeight)
    : intrinsicsFromFieldOfView(displayWidth, displayHeight, horizontalFovDegrees);
}

function liftBoth(
  { hands, relativeDepthMm, relativeDepthTrust = 1 }: PoseEstimate,
  camera: CameraIntrinsics,
  bones: readonly number[],
): Pick<Lifted, 'lifted' | 'relativeDepth'> {
  const bySize = perHand((side) => depthBySize(hands[side], camera, bones));
  const stackedLeft = bySize.right && hands.left && stacked(bySize.right, relativeDepthMm);
  const left = stackedLeft && believed(stackedLeft, relativeDepthTrust, bySize.left);
  const depths = left ? { ...bySize, left } : bySize;
  const lifted = perHand((side) => {
    const [hand, depth] = [hands[side], depths[side]];
    return hand && depth ? liftHand(hand, depth, camera) : null;
  });
  return { lifted, relativeDepth: relativeDepthOf(depths) };
}

function depthBySize(
  hand: HandEstimate | null,
  camera: CameraIntrinsics,
  bones: readonly number[],
): Depth | null {
  const mm = hand && rootDepthFromHandSize(hand.joints, camera, bones);
  return mm === null ? null : { mm, from: 'hand-size' };
}

/** Z_L = Z_R + z_R→L: what stands in for RootNet (InterNet, section 4.3). */
function stacked(right: Depth, relativeDepthMm: number | null): Depth | null {
  if (relativeDepthMm === null) return null;
  const mm = right.mm + relativeDepthMm;
  return mm > 0 ? { mm, from: 'internet' } : null;
}

/** Between both, as far as the first is trusted; named after the one that says more. */
function believed(stacked: Depth, trust: number, bySize: Depth | null): Depth {
  if (!bySize) return stacked;
  const { from } = trust >= 0.5 ? stacked : bySize;
  return { mm: trust * stacked.mm + (1 - trust) * bySize.mm, from };
}

function relativeDepthOf({ right, left }: PerHand<Depth | null>): Depth | null {
  return right && left && { mm: left.mm - right.mm, from: left.from };
}
