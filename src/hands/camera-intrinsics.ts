/** A pinhole camera: focal lengths and principal point, px of the source frame. */
export interface CameraIntrinsics {
  readonly fx: number;
  readonly fy: number;
  readonly cx: number;
  readonly cy: number;
  /** Where the numbers come from; only 'calibrated' ones (or a known field of view) give true depths. */
  readonly from: 'default' | 'field-of-view' | 'calibrated';
}
