import { inversePose, poseMatrix, type RigidPose } from '../hands/rigid-pose.ts';

/** A pose in metres as WebXR gives it: shaped like an XRRigidTransform, which not every browser has. */
export class WebcamTransform {
  readonly #pose: RigidPose;
  #matrix: Float32Array | null = null;

  constructor(pose: RigidPose) {
    this.#pose = pose;
  }

  /** m. */
  get position(): DOMPointReadOnly {
    return new DOMPointReadOnly(...this.#pose.position, 1);
  }

  /** A unit quaternion. */
  get orientation(): DOMPointReadOnly {
    return new DOMPointReadOnly(...this.#pose.orientation);
  }

  /** 4 x 4, column by column; the same array each time, as WebXR wants it. */
  get matrix(): Float32Array {
    return (this.#matrix ??= Float32Array.from(poseMatrix(this.#pose)));
  }

  get inverse(): WebcamTransform {
    return new WebcamTransform(inversePose(this.#pose));
  }
}
