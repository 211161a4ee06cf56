import {
  backProject,
  intrinsicsFromFieldOfView,
  projectPoint,
  type CameraIntrinsics,
} from './camera-intrinsics.ts';
import type { Vec2 } from './vectors.ts';

/** Which of the viewer's eyes looks. */
export type Eye = 'left' | 'right';

export const EYES = ['left', 'right'] as const satisfies readonly Eye[];

/**
 * How the viewer looks: two pinhole cameras with parallel axes, the picture's camera midway between
 * them. The picture is a plane across the axes, at one distance and as wide as the camera saw it.
 */
export interface StereoViewing {
  /** From pupil to pupil, mm. */
  readonly ipdMm: number;
  /** What each eye sees from the left to the right edge of its half of the screen, degrees. */
  readonly fovDegrees: number;
  /** How far away the picture lies, mm. */
  readonly pictureMm: number;
}

/** Where an eye sees the picture, px of its half of the screen. */
export interface SeenPicture {
  /** Screen px for one px of the picture. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** The other eye: a mirrored scene is what the other eye sees, turned round. */
export function otherEye(eye: Eye): Eye {
  return eye === 'left' ? 'right' : 'left';
}

/** Where an eye is in camera space, mm along x. */
export function eyeX(eye: Eye, { ipdMm }: Pick<StereoViewing, 'ipdMm'>): number {
  return (eye === 'left' ? -ipdMm : ipdMm) / 2;
}

/**
 * Where an eye sees the camera's picture. Between both eyes it has the disparity of its distance,
 * focal length · ipd / pictureMm.
 * @param camera of the picture; its pixels are taken as square (fx)
 * @param screen the eye's half, px
 */
export function seenPicture(
  eye: Eye,
  camera: CameraIntrinsics,
  screen: { readonly width: number; readonly height: number },
  viewing: StereoViewing,
): SeenPicture {
  const looking = intrinsicsFromFieldOfView(screen.width, screen.height, viewing.fovDegrees);
  const [x, y, z] = backProject([0, 0], viewing.pictureMm, camera);
  const [left, top] = projectPoint([x - eyeX(eye, viewing), y, z], looking);
  return { scale: looking.fx / camera.fx, left, top };
}

/**
 * The pixel of the picture behind which an eye sees a point: where the line from the eye through the
 * point meets the picture's plane. So drawn, the point has the disparity of its own depth.
 * @param pixel where the camera sees the point
 * @param depthMm of the point, more than 0
 */
export function pixelFromEye(
  eye: Eye,
  [x, y]: Vec2,
  depthMm: number,
  { fx }: CameraIntrinsics,
  viewing: Omit<StereoViewing, 'fovDegrees'>,
): Vec2 {
  const parallax = fx * eyeX(eye, viewing) * (1 / depthMm - 1 / viewing.pictureMm);
  return [x - parallax, y];
}
