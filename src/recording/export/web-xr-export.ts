import { perHand, type HandSide } from '../../hands/hand-side.ts';
import type { HandPose } from '../../hands/pose-frame.ts';
import { webXrHand } from '../../hands/web-xr-hand.ts';
import { WEB_XR_JOINTS } from '../../hands/web-xr-joints.ts';
import type { PoseStreamFrame, PoseStreamHeader } from '../pose-stream.ts';
import { jsonDocument } from './json-document.ts';
import type { PoseStreamExporter } from './pose-stream-exporter.ts';

/** Decimals of metres and of quaternions: a micrometre, and about as much at a hand's length. */
const DECIMALS = 6;

/**
 * The 25 joints of WebXR Hand Input as JSON: metres, y up, each with its orientation (a quaternion
 * x, y, z, w) and radius. Joints that no network sees are flagged `synthesised`.
 */
export const exportWebXr: PoseStreamExporter = (header, frames) =>
  jsonDocument(headOf(header), frames, ({ index, time, hands }: PoseStreamFrame) => ({
    index,
    time,
    hands: perHand((side) => {
      const hand = hands[side];
      return hand && describeHand(hand, side);
    }),
  }));

function headOf({ createdAt, source, camera, estimator }: PoseStreamHeader) {
  return {
    format: 'handstream-webxr',
    version: 1,
    createdAt,
    source,
    units: { position: 'm', orientation: 'quaternion xyzw', radius: 'm', time: 'ms' },
    axes: {
      x: 'right',
      y: 'up',
      z: 'back, from the scene to the camera; the camera is the origin',
    },
    camera,
    estimator,
  };
}

function describeHand({ joints3d, score }: HandPose, side: HandSide) {
  const joints = new Map<string, object>();
  for (const [joint, each] of webXrHand(joints3d, side).entries()) {
    joints.set(WEB_XR_JOINTS[joint]!, {
      position: each.position.map(rounded),
      orientation: each.orientation.map(rounded),
      radius: rounded(each.radius),
      ...(each.synthesised && { synthesised: true }),
    });
  }
  return { score, joints: Object.fromEntries(joints) };
}

function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
