import type { HandSide, PerHand } from '../src/hands/hand-side.ts';
import type { HandPose, PoseFrame } from '../src/hands/pose-frame.ts';
import type { Vec3 } from '../src/hands/vectors.ts';

/** mm: an open right hand, palm to the camera, fingers up, its wrist 60 mm beside the axis. */
const WRIST: Vec3 = [60, 80, 420];
const KNUCKLES: readonly (readonly [x: number, y: number])[] = [
  [-30, -20],
  [-25, -90],
  [-5, -95],
  [14, -90],
  [30, -80],
];

/** A hand in camera space whose 21 joints are all different; the left one is the right one mirrored. */
export function poseHand(side: HandSide): HandPose {
  const mirror = side === 'right' ? 1 : -1;
  const fingers = KNUCKLES.flatMap(([x, y], finger) =>
    Array.from({ length: 4 }, (_, joint): Vec3 => {
      const along = finger === 0 ? [-14 * joint, -22 * joint] : [joint, -25 * joint];
      return [WRIST[0] + x + along[0]!, WRIST[1] + y + along[1]!, WRIST[2] - 3 * joint];
    }),
  );
  const joints3d = [WRIST, ...fingers].map(([x, y, z]): Vec3 => [mirror * x, y, z]);
  return {
    score: 0.9,
    joints2d: joints3d.map(([x, y, z]) => [320 + (640 * x) / z, 240 + (640 * y) / z]),
    joints3d,
    rootDepth: { mm: WRIST[2], from: 'hand-size' },
  };
}

/** A PoseFrame of such hands. */
export function poseFrame(hands: Partial<PerHand<HandPose | null>>, index = 0): PoseFrame {
  const { right = null, left = null } = hands;
  const relativeDepth = right && left && { mm: 0, from: 'hand-size' as const };
  return { index, time: index * 33, hands: { right, left }, relativeDepth };
}
