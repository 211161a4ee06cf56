/** What a heatmap's peak is trained towards (InterHand2.6M and MMPose alike). */
const FULL_PEAK = 255;

/**
 * A bin along x or y as px of the crop: 4 px a bin for 64 bins over 256 px, pixel i at i.
 * @param bins how many bins lie along that axis
 * @param cropSize the crop's side, px
 */
export function binToPixel(bin: number, bins: number, cropSize: number): number {
  return (bin * cropSize) / bins;
}

/**
 * A bin along z as mm from the hand's own wrist, and InterNet's relative-depth bin as mm from the
 * right root to the left: (bin / bins · 2 - 1) · extent / 2.
 * @param extentMm what all bins together span (400: -200 .. +193.75 mm for 64 bins)
 */
export function binToDepthMm(bin: number, bins: number, extentMm: number): number {
  return (((bin / bins) * 2 - 1) * extentMm) / 2;
}

/** A heatmap's peak as a confidence, 0..1. */
export function jointScore(max: number): number {
  return Math.min(Math.max(max / FULL_PEAK, 0), 1);
}
