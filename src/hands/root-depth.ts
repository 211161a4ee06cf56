import { backProject, type CameraIntrinsics } from './camera-intrinsics.ts';
import { BONES } from './joints.ts';
import { dot3, subtract3, type Vec3 } from './vectors.ts';

/** One bone as a function of the root depth Z: it runs along slope · Z + offset, mm. */
interface BoneRay {
  readonly slope: Vec3;
  readonly offset: Vec3;
  readonly lengthMm: number;
}

/** Bones that are seen, in the mean square, under less than a millionth of a radian have no size. */
const NO_SIZE = 1e-12;

/**
 * The depth of the wrist, mm, at which the back-projected 2.5D bones are as long as real ones.
 *
 * A bone between joints at (u, v) = (x - cx)/fx, (y - cy)/fy and depths Z + z runs along
 * (Δu·Z + Δ(uz), Δv·Z + Δ(vz), Δz), so its squared length is a quadratic in Z, exact under
 * perspective; the weighted sum over all bones, set equal to that of the real lengths, has one
 * closed-form solution in front of the camera (the scale recovery of Iqbal et al., ECCV 2018, with
 * all bones instead of one). Where it has none (noise in z alone is longer than the bones), the
 * nearest there is: the vertex.
 *
 * A bone that points at the camera looks the same at any depth and would only add the error of its
 * z, so bones are weighed, and the equation is solved twice: first with what a bone's z leaves of
 * its real length, then with its share across the line of sight at the depth just found. Against
 * equal weights this halves the error that noisy z brings (root-depth.test.ts holds the numbers)
 * and changes nothing where the input is exact.
 *
 * @param joints 21 joints, [x px, y px, z mm relative to the wrist]
 * @param boneLengthsMm the real lengths of BONES, mm
 * @returns always positive; null when nothing can be said: a coordinate that is no number, all
 *   joints in one point, every z longer than its bone, or no depth with the whole hand in front
 */
export function rootDepthFromHandSize(
  joints: readonly Vec3[],
  camera: CameraIntrinsics,
  boneLengthsMm: readonly number[],
): number | null {
  const rays = boneRays(joints, camera, boneLengthsMm);
  const first = depthOfTotalLength(rays, rays.map(shareBesideZ));
  if (first === null) return null;
  const shares = rays.map((ray) => shareAcross(ray, first) ** 2);
  const depth = depthOfTotalLength(rays, shares) ?? first;
  const nearest = Math.min(...joints.map(([, , z]) => z));
  return depth > 0 && depth + nearest > 0 ? depth : null;
}

function boneRays(
  joints: readonly Vec3[],
  camera: CameraIntrinsics,
  boneLengthsMm: readonly number[],
): BoneRay[] {
  // Camera space is linear in Z: the directions at depth 1, plus what each joint's own z adds.
  const directions = joints.map(([x, y]) => backProject([x, y], 1, camera));
  const offsets = joints.map(([x, y, z]) => backProject([x, y], z, camera));
  return BONES.map(([parent, child], bone) => ({
    slope: subtract3(directions[child]!, directions[parent]!),
    offset: subtract3(offsets[child]!, offsets[parent]!),
    lengthMm: boneLengthsMm[bone]!,
  }));
}

/** Solves Σ w (|slope·Z + offset|² - length²) = 0 for its larger root. */
function depthOfTotalLength(rays: readonly BoneRay[], weights: readonly number[]): number | null {
  let [a, halfB, c, total] = [0, 0, 0, 0];
  rays.forEach(({ slope, offset, lengthMm }, i) => {
    const weight = weights[i]!;
    a += weight * dot3(slope, slope);
    halfB += weight * dot3(slope, offset);
    c += weight * (dot3(offset, offset) - lengthMm * lengthMm);
    total += weight;
  });
  // A comparison with NaN is false, so this refuses what is no number, too.
  if (!(a > NO_SIZE * total && Number.isFinite(halfB) && Number.isFinite(c))) return null;
  return (-halfB + Math.sqrt(Math.max(0, halfB * halfB - a * c))) / a;
}

/** sin² of the angle between the bone and the camera's axis, by its z and real length; 0..1. */
function shareBesideZ({ offset, lengthMm }: BoneRay): number {
  return Math.max(0, 1 - (offset[2] / lengthMm) ** 2);
}

/** sin² of the angle between the bone and the camera's axis, were the wrist at this depth; 0..1. */
function shareAcross({ slope, offset }: BoneRay, depth: number): number {
  const x = slope[0] * depth + offset[0];
  const y = slope[1] * depth + offset[1];
  const across = x * x + y * y;
  const along = offset[2] * offset[2];
  return across + along > 0 ? across / (across + along) : 0;
}
