import type { Vec3 } from './vectors.ts';

/** Joints where `joints` are in the picture, as deep as those of `deep`. */
export function atDepthsOf(joints: readonly Vec3[], deep: readonly Vec3[]): Vec3[] {
  return joints.map(([x, y], joint): Vec3 => [x, y, deep[joint]![2]]);
}
