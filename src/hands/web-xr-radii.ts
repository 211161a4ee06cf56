/** The palm (wrist to middle knuckle) of the hand that has the radii below, mm. */
export const RADII_PALM_MM = 95.7;

/**
 * How far the skin is from each of the 25 WebXR joints, mm: what a Quest reports for its own hand
 * model, as recorded in the poses that iwer 2.5.0 plays back.
 */
export const WEB_XR_RADII_MM: readonly number[] = [
  [21.5],
  [19.4, 12.3, 9.8, 8.8],
  [21.2, 10.3, 8.5, 7.6, 6.6],
  [21.2, 11.2, 8, 7.6, 6.6],
  [19.1, 9.9, 7.6, 7.2, 6.2],
  [18.1, 8.5, 6.8, 6.4, 5.4],
].flat();
