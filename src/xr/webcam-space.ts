import { composePoses, NO_MOVE, type RigidPose } from '../hands/rigid-pose.ts';

/** Something that has a place, shaped like an XRSpace: a frame says where it is. */
export class WebcamSpace extends EventTarget {}

/** One joint of a hand, shaped like an XRJointSpace. */
export class WebcamJointSpace extends WebcamSpace {
  readonly jointName: XRHandJoint;

  constructor(jointName: XRHandJoint) {
    super();
    this.jointName = jointName;
  }
}

/** The camera's own space, or one beside it, shaped like an XRReferenceSpace. It never resets. */
export class WebcamReferenceSpace extends WebcamSpace {
  /** Of this space's origin in the camera's space, m. */
  readonly originInCamera: RigidPose;

  constructor(originInCamera: RigidPose = NO_MOVE) {
    super();
    this.originInCamera = originInCamera;
  }

  /**
   * A space with another origin.
   * @param originOffset an XRRigidTransform, or anything that says its position and orientation
   */
  getOffsetReferenceSpace({
    position,
    orientation,
  }: {
    readonly position: DOMPointReadOnly;
    readonly orientation: DOMPointReadOnly;
  }): WebcamReferenceSpace {
    const offset: RigidPose = {
      position: [position.x, position.y, position.z],
      orientation: [orientation.x, orientation.y, orientation.z, orientation.w],
    };
    return new WebcamReferenceSpace(composePoses(this.originInCamera, offset));
  }
}
