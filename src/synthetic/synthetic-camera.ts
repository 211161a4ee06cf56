import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';

/** Focal length over the width of the 4:3 window the scenes are made for: 51 degrees across. */
const FOCAL_PER_WIDTH = 1.05;

/**
 * The camera the synthetic hands are rendered with, exactly. The picture spans 0..width and
 * 0..height px (pixel centres at halves) and always holds the whole 4:3 window of the scenes.
 */
export function syntheticCamera(width: number, height: number): CameraIntrinsics {
  const focal = FOCAL_PER_WIDTH * Math.min(width, (height * 4) / 3);
  return { fx: focal, fy: focal, cx: width / 2, cy: height / 2, from: 'calibrated' };
}
