/** A point or direction in the picture; the unit stands where it is used. */
export type Vec2 = readonly [x: number, y: number];

/** A point or direction in space (x right, y down, z forward in camera space). */
export type Vec3 = readonly [x: number, y: number, z: number];

/** a - b. */
export function subtract3(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** a + b. */
export function add3(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** Euclidean distance between two points of the picture. */
export function distance2(a: Vec2, b: Vec2): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Euclidean distance between two points in space. */
export function distance3(a: Vec3, b: Vec3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
