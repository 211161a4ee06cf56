import { boxGap, squareBox, unionOfBoxes, type BoundingBox } from './bounding-box.ts';
import { HAND_SIDES, type HandSide, type PerHand } from './hand-side.ts';

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

/** Squares closer than this fraction of the larger one go into one crop: hands about to touch. */
const NEAR_GAP = 0.1;

export interface CropPlanOptions {
  /** Hands apart: also plan the crop around both, which the relative depth comes from. */
  readonly withUnion: boolean;
}

/**
 * Plans the crops from where the hands are expected (tight boxes of their joints, px).
 * Boxes grow by 1.25 and become square as InterNet was trained with (internet-spec.md A1, step 2).
 */
export function planCrops(
  boxes: PerHand<BoundingBox | null>,
  { withUnion }: CropPlanOptions,
): CropPlan {
  const { right, left } = boxes;
  if (!right || !left) {
    const crops = HAND_SIDES.flatMap((side) => {
      const box = boxes[side];
      return box ? [{ box: squareBox(box), sides: [side] }] : [];
    });
    return { kind: crops.length === 0 ? 'none' : 'single', crops };
  }
  const each = { right: squareBox(right), left: squareBox(left) };
  const both: PlannedCrop = { box: squareBox(unionOfBoxes(right, left)), sides: HAND_SIDES };
  const larger = Math.max(each.right.width, each.left.width);
  if (boxGap(each.right, each.left) <= NEAR_GAP * larger) return { kind: 'near', crops: [both] };
  const crops = HAND_SIDES.map((side): PlannedCrop => ({ box: each[side], sides: [side] }));
  return { kind: 'apart', crops: withUnion ? [...crops, both] : crops };
}
