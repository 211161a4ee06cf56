import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import { perHand } from '../hands/hand-side.ts';
import type { HandPose, PoseFrame } from '../hands/pose-frame.ts';
import {
  otherEye,
  pixelFromEye,
  seenPicture,
  type Eye,
  type StereoViewing,
} from '../hands/stereo-projection.ts';
import type { Size, StageFit } from './stage-fit.ts';

/** Nearer than this nobody's eyes meet: a joint is drawn no nearer, mm. */
const NEAREST_MM = 100;

/** How both eyes look, and which way round. */
export interface StereoLook extends StereoViewing {
  readonly mirrored: boolean;
}

/**
 * How the picture lies in an eye's half of the screen.
 * @param frame size of the picture, px
 * @param screen size of the half, CSS px
 */
export function stereoFit(
  eye: Eye,
  camera: CameraIntrinsics,
  frame: Size,
  screen: Size,
  look: StereoLook,
): StageFit {
  const { mirrored } = look;
  const { scale, left, top } = seenPicture(lookingEye(eye, look), camera, screen, look);
  return {
    scale,
    left: mirrored ? screen.width - left - frame.width * scale : left,
    top,
    frameWidth: frame.width,
    mirrored,
  };
}

/** The same hands with their joints where the eye sees them on the picture, px of it. */
export function posesFromEye(
  poses: PoseFrame,
  eye: Eye,
  camera: CameraIntrinsics,
  look: StereoLook,
): PoseFrame {
  const looking = lookingEye(eye, look);
  const moved = (hand: HandPose): HandPose => ({
    ...hand,
    joints2d: hand.joints2d.map((pixel, joint) => {
      const depthMm = Math.max(NEAREST_MM, hand.joints3d[joint]![2]);
      return pixelFromEye(looking, pixel, depthMm, camera, look);
    }),
  });
  const { hands } = poses;
  return { ...poses, hands: perHand((side) => hands[side] && moved(hands[side])) };
}

/** Turned round, the scene is what the other eye sees. */
function lookingEye(eye: Eye, { mirrored }: StereoLook): Eye {
  return mirrored ? otherEye(eye) : eye;
}
