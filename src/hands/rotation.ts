import type { Vec3 } from './vectors.ts';

/** A unit quaternion [x, y, z, w]; the rotation of a vector is q v q*. */
export type Rotation = readonly [x: number, y: number, z: number, w: number];

export const NO_ROTATION: Rotation = [0, 0, 0, 1];

/** The rotation by `degrees` about a unit axis, right-handed. */
export function rotationAbout(axis: Vec3, degrees: number): Rotation {
  const half = (degrees * Math.PI) / 360;
  const sine = Math.sin(half);
  return [axis[0] * sine, axis[1] * sine, axis[2] * sine, Math.cos(half)];
}

/** First b, then a (the product ab). */
export function compose(a: Rotation, b: Rotation): Rotation {
  const [ax, ay, az, aw] = a;
  const [bx, by, bz, bw] = b;
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

/** The turn back. */
export function inverse([x, y, z, w]: Rotation): Rotation {
  return [-x, -y, -z, w];
}

/** All of them, the last one first. */
export function composeAll(...rotations: readonly Rotation[]): Rotation {
  let product = NO_ROTATION;
  for (const rotation of rotations) product = compose(product, rotation);
  return product;
}

/** v turned by the rotation. */
export function rotate([x, y, z, w]: Rotation, v: Vec3): Vec3 {
  const tx = 2 * (y * v[2] - z * v[1]);
  const ty = 2 * (z * v[0] - x * v[2]);
  const tz = 2 * (x * v[1] - y * v[0]);
  return [
    v[0] + w * tx + y * tz - z * ty,
    v[1] + w * ty + z * tx - x * tz,
    v[2] + w * tz + x * ty - y * tx,
  ];
}
