import { add3, cross3, dot3, scale3, subtract3, type Vec3 } from './vectors.ts';
import type { Rotation } from './rotation.ts';

/** Three unit vectors at right angles, right-handed: the axes of a joint or a palm. */
export interface Axes {
  readonly x: Vec3;
  readonly y: Vec3;
  readonly z: Vec3;
}

/** Shorter than this a vector has no direction. */
const NO_LENGTH = 1e-9;

/** v at length 1, or `otherwise` where v has no direction. */
export function unitOr(v: Vec3, otherwise: Vec3): Vec3 {
  const length = Math.hypot(...v);
  return length > NO_LENGTH ? scale3(v, 1 / length) : otherwise;
}

/**
 * WebXR's axes of a bone: -z along it, x as near to `across` as that allows. Where the two are
 * parallel, x is any direction across.
 * @param along a unit vector
 */
export function axesAlong(along: Vec3, across: Vec3): Axes {
  const z = scale3(along, -1);
  const x = unitOr(subtract3(across, scale3(z, dot3(across, z))), anyAcross(z));
  return { x, y: cross3(z, x), z };
}

/** A vector given in these axes, in the axes that these are given in. */
export function fromAxes({ x, y, z }: Axes, v: Vec3): Vec3 {
  return add3(add3(scale3(x, v[0]), scale3(y, v[1])), scale3(z, v[2]));
}

/** The rotation that takes x, y and z to these axes; its w is not negative. */
export function rotationOfAxes({ x, y, z }: Axes): Rotation {
  // Each of the four, squared and times 4; the largest is at least 1 (Shepperd 1978).
  const squares = [
    1 + x[0] - y[1] - z[2],
    1 - x[0] + y[1] - z[2],
    1 - x[0] - y[1] + z[2],
    1 + x[0] + y[1] + z[2],
  ] as const;
  const [xy, yz, zx] = [x[1] + y[0], y[2] + z[1], z[0] + x[2]];
  const [dx, dy, dz] = [y[2] - z[1], z[0] - x[2], x[1] - y[0]];
  const rows: readonly Rotation[] = [
    [squares[0], xy, zx, dx],
    [xy, squares[1], yz, dy],
    [zx, yz, squares[2], dz],
    [dx, dy, dz, squares[3]],
  ];
  const row = rows[squares.indexOf(Math.max(...squares))]!;
  const scale = (row[3] < 0 ? -1 : 1) / Math.hypot(...row);
  return [row[0] * scale, row[1] * scale, row[2] * scale, row[3] * scale];
}

/** A unit vector at right angles to a unit vector. */
function anyAcross([x, y, z]: Vec3): Vec3 {
  const flat: Vec3 = Math.abs(x) < 0.7 ? [0, z, -y] : [-z, 0, x];
  return scale3(flat, 1 / Math.hypot(...flat));
}
