import { peakIndex, type VolumeSize } from './voxel-peak.ts';

/**
 * 'refined': sub-voxel. 'official' | 'mmpose': the integer arg-max of that code, for parity; their
 * ties differ, and MMPose puts a joint whose peak is not positive at (-1, -1, -1).
 */
export type VoxelDecode = 'refined' | 'official' | 'mmpose';

/** Where one joint's heatmap peaks, in bins (cell i at i), and how high. */
export interface VoxelPeak {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** The heatmap's own value there; networks are trained towards 255. */
  readonly max: number;
}

/** Farther from the highest cell the parabola is not believed, bins. */
export const MAX_OFFSET = 1;
/** The flattest parabola that is believed: minus its second derivative, 1/bins². */
export const MIN_CURVATURE = 0.02;
/** Values below this part of the peak count as this much, for their logarithm would be noise. */
export const FLOOR = 0.01;

/**
 * Decodes one joint's volume, `values` from `offset` on, [D][H][W].
 *
 * Refinement (ours, neither code has it): along each axis a parabola is fitted by least squares to
 * the logarithm of the five values around the highest cell; its summit is exact for a Gaussian of
 * any width. It may lie a whole bin away: under noise the highest cell is often a neighbour of the
 * true one, and a limit of half a bin (which is right without noise) costs a quarter more error.
 * An axis with one of the five outside the volume is not refined.
 */
export function decodeVolume(
  values: Float32Array,
  offset: number,
  size: VolumeSize,
  decode: VoxelDecode,
): VoxelPeak {
  const index = peakIndex(values, offset, size, decode === 'mmpose' ? 'mmpose' : 'official');
  const [depth, height, width] = size;
  const max = values[offset + index]!;
  if (decode === 'mmpose' && max <= 0) return { x: -1, y: -1, z: -1, max };

  const x = index % width;
  const y = Math.floor(index / width) % height;
  const z = Math.floor(index / (width * height));
  if (decode !== 'refined' || max <= 0) return { x, y, z, max };

  const along = (position: number, length: number, stride: number) =>
    position < 2 || position >= length - 2
      ? position
      : position + summitOffset(values, offset + index, stride);
  return {
    x: along(x, width, 1),
    y: along(y, height, width),
    z: along(z, depth, width * height),
    max,
  };
}

/** Where the parabola through the logarithms of the five values around `at` has its summit. */
function summitOffset(values: Float32Array, at: number, stride: number): number {
  const peak = values[at]!;
  const level = (k: number) => Math.log(Math.max(values[at + k * stride]! / peak, FLOOR));
  const [l2, l1, r1, r2] = [level(-2), level(-1), level(1), level(2)];
  const slope = (2 * (r2 - l2) + (r1 - l1)) / 10;
  const curvature = (2 * l2 - l1 - r1 + 2 * r2) / 7; // the peak's own logarithm is 0
  const offset = slope / Math.max(-curvature, MIN_CURVATURE);
  return Math.min(Math.max(offset, -MAX_OFFSET), MAX_OFFSET);
}
