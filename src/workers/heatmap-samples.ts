import { HAND_SIDES } from '../hands/hand-side.ts';
import { JOINT_COUNT } from '../hands/joints.ts';
import type { VolumeSize } from '../hands/voxel-peak.ts';
import { volumesOf, type NetworkOutput, type VolumePlace } from './network-output.ts';

/** How many values of a heatmap the check-up compares. */
const SAMPLE_COUNT = 256;

/**
 * Values of the first crop's heatmap, spread over all joints and bins.
 * @returns where each lies: a heatmap, and the flat index within it; none where there is no heatmap
 */
export function heatmapSamples(
  output: NetworkOutput,
  size: VolumeSize | null,
): { readonly tensor: VolumePlace['tensor']; readonly index: number }[] {
  if (!size) return [];
  const cells = size[0] * size[1] * size[2];
  const handCells = JOINT_COUNT * cells;
  return Array.from({ length: SAMPLE_COUNT }, (_, i) => {
    // The golden ratio's multiples never line up with rows or planes.
    const at = Math.floor(((i * 0.618033988749895) % 1) * 2 * handCells);
    const side = HAND_SIDES[Math.floor(at / handCells)]!;
    const { tensor, first } = volumesOf(output, { crop: 0, side });
    return { tensor, index: first * cells + (at % handCells) };
  });
}
