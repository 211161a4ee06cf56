import type { BoundingBox } from './bounding-box.ts';
import type { HandSide } from './hand-side.ts';

/** One square cut out of the frame for a network, and whose hands it should hold. */
export interface PlannedCrop {
  /** Square box, px of the source frame; may reach past the picture (zero border there). */
  readonly box: BoundingBox;
  readonly sides: readonly HandSide[];
}

/**
 * What a network looks at in one frame. 'single': one hand; 'near': one crop around both;
 * 'apart': one crop a hand, and now and then one around both for the relative depth.
 */
export interface CropPlan {
  readonly kind: 'none' | 'single' | 'near' | 'apart';
  readonly crops: readonly PlannedCrop[];
}
