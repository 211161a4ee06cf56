import { HAND_SIDES, perHand, type HandSide } from '../../hands/hand-side.ts';
import { WRIST } from '../../hands/joints.ts';
import { compose, inverse } from '../../hands/rotation.ts';
import { scale3 } from '../../hands/vectors.ts';
import { webXrHand, type WebXrJoint } from '../../hands/web-xr-hand.ts';
import { WEB_XR_PARENTS } from '../../hands/web-xr-joints.ts';
import type { PoseStreamFrame, PoseStreamHeader } from '../pose-stream.ts';
import { CM_PER_M, hierarchy, isTip, restOffsets, type BvhHand } from './bvh-skeleton.ts';
import { eulerAngles, type EulerAngles } from './euler-angles.ts';
import { evenPoses, evenTimes, type EvenTimes } from './even-poses.ts';
import { JointTrack } from './joint-track.ts';

/** Position and turn of the root, which never moves. */
const ROOT_CHANNELS = '0 0 0 0 0 0';

/**
 * A BVH file for animators: cm, y up, the camera at the origin. Each hand that is ever there is a
 * skeleton of WebXR's joints with bones as long as their medians, at a constant rate. BVH names its
 * number of frames before the first one, so all joints are read, and kept, before anything is
 * written: 504 bytes a frame.
 */
export async function* exportBvh(
  _header: PoseStreamHeader,
  frames: AsyncIterable<PoseStreamFrame>,
): AsyncGenerator<string> {
  const tracks = perHand(() => new JointTrack());
  const times: number[] = [];
  for await (const { time, hands } of frames) {
    times.push(time);
    for (const side of HAND_SIDES) tracks[side].push(hands[side]?.joints3d ?? null);
  }
  const hands = HAND_SIDES.flatMap((side): BvhHand[] => {
    const offsets = restOffsets(tracks[side], side);
    return offsets ? [{ side, offsets }] : [];
  });
  const even = evenTimes(times);
  yield hierarchy(hands);
  yield `MOTION\nFrames: ${even.count}\nFrame Time: ${(even.intervalMs / 1000).toFixed(6)}\n`;
  const channels = hands.map(({ side }) => handChannels(tracks[side], side, times, even));
  for (let i = 0; i < even.count; i++) {
    yield `${[ROOT_CHANNELS, ...channels.map((each) => each.next().value!)].join(' ')}\n`;
  }
}

/** A hand's numbers of each line: where its wrist is, and each joint's turn in its parent's axes. */
function* handChannels(
  track: JointTrack,
  side: HandSide,
  times: readonly number[],
  even: EvenTimes,
): Generator<string, null> {
  let angles: readonly EulerAngles[] = WEB_XR_PARENTS.map(() => [0, 0, 0]);
  for (const joints of evenPoses(track, times, even)) {
    const hand = webXrHand(joints, side);
    angles = jointAngles(hand, angles);
    const wrist = scale3(hand[WRIST]!.position, CM_PER_M);
    const turns = angles.filter((_, joint) => !isTip(joint));
    yield [...wrist, ...turns.flat()].map((value) => value.toFixed(4)).join(' ');
  }
  return null;
}

function jointAngles(
  hand: readonly WebXrJoint[],
  before: readonly EulerAngles[],
): readonly EulerAngles[] {
  return hand.map(({ orientation }, joint) => {
    const parent = hand[WEB_XR_PARENTS[joint]!];
    const turn = parent ? compose(inverse(parent.orientation), orientation) : orientation;
    return eulerAngles(turn, before[joint]!);
  });
}
