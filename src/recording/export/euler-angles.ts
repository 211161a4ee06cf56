import type { Rotation } from '../../hands/rotation.ts';

/** Degrees about z, then the turned y, then the turned x: the rotation is Rz Ry Rx. */
export type EulerAngles = readonly [z: number, y: number, x: number];

const DEGREES = 180 / Math.PI;

/** Nearer to y = ±90 degrees than this, z and x turn about the same axis; then x is 0. */
const GIMBAL_LOCK = 1 - 1e-12;

/**
 * The angles of a rotation. Of the many that give the same rotation, those next to `before`, so
 * that curves through the frames do not jump by whole turns.
 */
export function eulerAngles(rotation: Rotation, before: EulerAngles): EulerAngles {
  const [z, y, x] = principalAngles(rotation);
  const near = nextTo([z, y, x], before);
  const flipped = nextTo([z + 180, 180 - y, x + 180], before);
  return distance(near, before) <= distance(flipped, before) ? near : flipped;
}

/** y within ±90, the others within ±180. */
function principalAngles([x, y, z, w]: Rotation): EulerAngles {
  const sine = 2 * (w * y - z * x);
  if (Math.abs(sine) > GIMBAL_LOCK) {
    const turn = Math.atan2(2 * (w * z - x * y), 1 - 2 * (x * x + z * z));
    return [turn * DEGREES, Math.sign(sine) * 90, 0];
  }
  return [
    Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z)) * DEGREES,
    Math.asin(sine) * DEGREES,
    Math.atan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y)) * DEGREES,
  ];
}

function nextTo(angles: EulerAngles, [z, y, x]: EulerAngles): EulerAngles {
  const turned = (angle: number, before: number) =>
    angle - 360 * Math.round((angle - before) / 360);
  return [turned(angles[0], z), turned(angles[1], y), turned(angles[2], x)];
}

function distance(a: EulerAngles, b: EulerAngles): number {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
}
