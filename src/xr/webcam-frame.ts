import { composePoses, inversePose, poseMatrix, type RigidPose } from '../hands/rigid-pose.ts';
import type { WebcamSession } from './webcam-session.ts';
import { WebcamReferenceSpace, type WebcamJointSpace, type WebcamSpace } from './webcam-space.ts';
import { WebcamTransform } from './webcam-transform.ts';

/** Where a joint is in the camera's space, m, and how thick the hand is there. */
export interface PlacedJoint extends RigidPose {
  /** m. */
  readonly radius: number;
}

/** Shaped like an XRPose. */
export interface WebcamPose {
  readonly transform: WebcamTransform;
  readonly emulatedPosition: boolean;
}

/** Shaped like an XRJointPose. */
export interface WebcamJointPose extends WebcamPose {
  /** m. */
  readonly radius: number;
}

/**
 * Where both hands were at one moment: shaped like an XRFrame (WebXR Device API, section 5.1, and WebXR
 * Hand Input, section 4). Of a hand that is not there every pose is null. It stays true for ever.
 */
export class WebcamFrame {
  readonly session: WebcamSession;
  /** ms, by the source's clock: the PoseFrame's time. */
  readonly predictedDisplayTime: number;
  readonly #joints: ReadonlyMap<WebcamSpace, PlacedJoint>;

  constructor(
    session: WebcamSession,
    timeMs: number,
    joints: ReadonlyMap<WebcamSpace, PlacedJoint>,
  ) {
    this.session = session;
    this.predictedDisplayTime = timeMs;
    this.#joints = joints;
  }

  /** Where a space is, seen from another. */
  getPose(space: WebcamSpace, baseSpace: WebcamSpace): WebcamPose | null {
    const pose = this.#relative(space, baseSpace);
    // Depth comes from the size of an average hand: a good guess, in WebXR's words emulated.
    return pose && { transform: new WebcamTransform(pose), emulatedPosition: true };
  }

  /** As getPose, with the joint's radius. */
  getJointPose(joint: WebcamJointSpace, baseSpace: WebcamSpace): WebcamJointPose | null {
    const pose = this.getPose(joint, baseSpace);
    const radius = this.#joints.get(joint)?.radius;
    return pose && radius !== undefined ? { ...pose, radius } : null;
  }

  /**
   * Writes each space's matrix, 16 numbers, NaN where it has no place.
   * @returns whether all of them have one
   * @throws TypeError where `transforms` is too short
   */
  fillPoses(
    spaces: Iterable<WebcamSpace>,
    baseSpace: WebcamSpace,
    transforms: Float32Array,
  ): boolean {
    const poses = Array.from(spaces, (space) => this.#relative(space, baseSpace));
    requireRoom(transforms, 16 * poses.length);
    for (const [i, pose] of poses.entries()) {
      if (pose) transforms.set(poseMatrix(pose), 16 * i);
      else transforms.fill(NaN, 16 * i, 16 * (i + 1));
    }
    return !poses.includes(null);
  }

  /**
   * Writes each joint's radius, m, NaN where it has no place.
   * @returns whether all of them have one
   * @throws TypeError where `radii` is too short
   */
  fillJointRadii(jointSpaces: Iterable<WebcamJointSpace>, radii: Float32Array): boolean {
    const values = Array.from(jointSpaces, (joint) => this.#joints.get(joint)?.radius ?? NaN);
    requireRoom(radii, values.length);
    radii.set(values);
    return !values.some(Number.isNaN);
  }

  #relative(space: WebcamSpace, baseSpace: WebcamSpace): RigidPose | null {
    const [pose, base] = [this.#inCamera(space), this.#inCamera(baseSpace)];
    return pose && base && composePoses(inversePose(base), pose);
  }

  #inCamera(space: WebcamSpace): RigidPose | null {
    if (space instanceof WebcamReferenceSpace) return space.originInCamera;
    return this.#joints.get(space) ?? null;
  }
}

function requireRoom({ length }: Float32Array, needed: number): void {
  if (length < needed) throw new TypeError(`An array of ${length} does not hold ${needed} numbers`);
}
