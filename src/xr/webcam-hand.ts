import type { HandSide } from '../hands/hand-side.ts';
import { WEB_XR_JOINTS } from '../hands/web-xr-joints.ts';
import { WebcamJointSpace, type WebcamSpace } from './webcam-space.ts';

/** The 25 joint spaces of a hand by name, in WebXR's order: shaped like an XRHand. */
export class WebcamHand extends Map<XRHandJoint, WebcamJointSpace> {
  constructor() {
    super(WEB_XR_JOINTS.map((name) => [name, new WebcamJointSpace(name)]));
  }

  /** The space of a joint, which every hand has. */
  joint(name: XRHandJoint): WebcamJointSpace {
    return this.get(name)!;
  }
}

/** A hand as something to point and grip with: shaped like an XRInputSource. */
export class WebcamInputSource {
  readonly hand = new WebcamHand();
  readonly targetRayMode = 'tracked-pointer';
  /** From the index finger's knuckle along its bone. */
  readonly targetRaySpace: WebcamSpace = this.hand.joint('index-finger-phalanx-proximal');
  readonly gripSpace: WebcamSpace = this.hand.joint('middle-finger-metacarpal');
  readonly profiles: readonly string[] = ['generic-hand'];
  readonly handedness: HandSide;

  constructor(handedness: HandSide) {
    this.handedness = handedness;
  }
}
