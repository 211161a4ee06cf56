import { compose, inverse, NO_ROTATION, rotate, type Rotation } from './rotation.ts';
import { add3, scale3, type Vec3 } from './vectors.ts';

/** Where something is and which way it faces, seen from something else: first turned, then moved. */
export interface RigidPose {
  /** In the unit of whoever uses it. */
  readonly position: Vec3;
  readonly orientation: Rotation;
}

export const NO_MOVE: RigidPose = { position: [0, 0, 0], orientation: NO_ROTATION };

/** The pose of c in a, from b in a and c in b. */
export function composePoses(bInA: RigidPose, cInB: RigidPose): RigidPose {
  return {
    position: add3(bInA.position, rotate(bInA.orientation, cInB.position)),
    orientation: compose(bInA.orientation, cInB.orientation),
  };
}

/** The pose of a in b, from b in a. */
export function inversePose({ position, orientation }: RigidPose): RigidPose {
  const back = inverse(orientation);
  return { position: scale3(rotate(back, position), -1), orientation: back };
}

/** The same as a 4 x 4 matrix, column by column, as WebGL and XRRigidTransform have it. */
export function poseMatrix({ position, orientation }: RigidPose): number[] {
  const column = (axis: Vec3) => [...rotate(orientation, axis), 0];
  return [...column([1, 0, 0]), ...column([0, 1, 0]), ...column([0, 0, 1]), ...position, 1];
}
