/// <reference types="webxr" preserve="true" />
/**
 * Webcam hands in the shape that WebXR gives hands on a headset (docs/pass-through.md).
 *
 * @module handstream/xr
 */
export { WebcamSession, WebcamInputSourcesChangeEvent } from '../xr/webcam-session.ts';
export { WebcamFrame, type WebcamJointPose, type WebcamPose } from '../xr/webcam-frame.ts';
export { WebcamHand, WebcamInputSource } from '../xr/webcam-hand.ts';
export { WebcamJointSpace, WebcamReferenceSpace, WebcamSpace } from '../xr/webcam-space.ts';
export { WebcamTransform } from '../xr/webcam-transform.ts';
export type { PlacedJoint } from '../xr/webcam-frame.ts';
export type { RigidPose } from '../hands/rigid-pose.ts';
export type { Rotation } from '../hands/rotation.ts';
export { WEB_XR_JOINTS } from '../hands/web-xr-joints.ts';
export { webXrHand, type WebXrJoint } from '../hands/web-xr-hand.ts';
