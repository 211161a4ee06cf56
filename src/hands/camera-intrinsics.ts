import type { Vec2, Vec3 } from './vectors.ts';

/** A pinhole camera: focal lengths and principal point, px of the source frame. */
export interface CameraIntrinsics {
  readonly fx: number;
  readonly fy: number;
  readonly cx: number;
  readonly cy: number;
  /** Where the numbers come from; only 'calibrated' ones (or a known field of view) give true depths. */
  readonly from: 'default' | 'field-of-view' | 'calibrated';
}

/** What InterHand2.6M's projection adds to the depth, mm, against a division by zero. */
const DEPTH_GUARD_MM = 1e-8;

/**
 * Square pixels, principal point in the middle of the picture.
 * @param horizontalDegrees angle between the picture's left and right edge
 * @throws RangeError when the size is not positive or the angle not between 0 and 180
 */
export function intrinsicsFromFieldOfView(
  width: number,
  height: number,
  horizontalDegrees: number,
): CameraIntrinsics {
  requireSize(width, height);
  if (!(horizontalDegrees > 0 && horizontalDegrees < 180)) {
    throw new RangeError(
      `A field of view of ${horizontalDegrees} degrees is not between 0 and 180`,
    );
  }
  const focal = width / 2 / Math.tan((horizontalDegrees * Math.PI) / 360);
  return { fx: focal, fy: focal, cx: width / 2, cy: height / 2, from: 'field-of-view' };
}

/**
 * What stands in for an unknown camera: the focal length is the picture's longer side (53 degrees
 * along it, within the range of laptop and phone cameras), the principal point its middle. A true
 * focal length k times as long makes true depths k times as large.
 * @throws RangeError when the size is not positive
 */
export function defaultIntrinsics(width: number, height: number): CameraIntrinsics {
  requireSize(width, height);
  const focal = Math.max(width, height);
  return { fx: focal, fy: focal, cx: width / 2, cy: height / 2, from: 'default' };
}

/** Where the camera sees a point of camera space (mm), px: InterHand2.6M's cam2pixel. */
export function projectPoint([x, y, z]: Vec3, camera: CameraIntrinsics): Vec2 {
  const depth = z + DEPTH_GUARD_MM;
  return [(x / depth) * camera.fx + camera.cx, (y / depth) * camera.fy + camera.cy];
}

/** The point of camera space, mm, that the camera sees at `pixel` (px) at depth `z` (mm): pixel2cam. */
export function backProject([x, y]: Vec2, z: number, camera: CameraIntrinsics): Vec3 {
  return [((x - camera.cx) / camera.fx) * z, ((y - camera.cy) / camera.fy) * z, z];
}

function requireSize(width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new RangeError(`No camera takes ${width} x ${height} px`);
}
