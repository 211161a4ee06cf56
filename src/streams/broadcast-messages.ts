import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import { perHand } from '../hands/hand-side.ts';
import type { HandPose, PoseFrame } from '../hands/pose-frame.ts';
import type { SourceKind } from './frame-source.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';

/** Version of the messages that this code sends and takes (docs/listening.md). */
export const BROADCAST_VERSION = 1;

/** The BroadcastChannel that pages of the same origin listen to. */
export const BROADCAST_CHANNEL = 'handstream';

/** What a page posts to the app's window to be let in. */
export interface ListenMessage {
  readonly handstream: 'listen';
  readonly version: typeof BROADCAST_VERSION;
}

/** Its answer: the PoseFrames come over the port that is transferred with it. */
export interface WelcomeMessage {
  readonly handstream: 'welcome';
  readonly version: typeof BROADCAST_VERSION;
}

/** The other answer: its origin may not listen, or it speaks another version. */
export interface RefusedMessage {
  readonly handstream: 'refused';
  readonly version: typeof BROADCAST_VERSION;
  readonly reason: 'origin' | 'version';
}

/** What the hands are seen in, or were. */
export type BroadcastSource = SourceKind | 'replay';

/** One PoseFrame with all that its numbers need: each message stands for itself. */
export interface FrameMessage {
  readonly handstream: 'frame';
  readonly version: typeof BROADCAST_VERSION;
  /** Of the page that sends: two open pages send two streams. */
  readonly stream: string;
  readonly source: {
    readonly kind: BroadcastSource;
    /** Size of the picture, px. */
    readonly width: number;
    readonly height: number;
  };
  /** The camera that joints3d were lifted with. */
  readonly camera: CameraIntrinsics;
  readonly frame: PoseFrame;
}

/** What a message from another page is; null: none of this protocol's. */
export function listenRequest(data: unknown): 'listen' | 'other-version' | null {
  if (typeof data !== 'object' || data === null) return null;
  if (!('handstream' in data) || data.handstream !== 'listen') return null;
  return 'version' in data && data.version === BROADCAST_VERSION ? 'listen' : 'other-version';
}

/** A frame as listeners get it: plain data, what is shown, nothing of the picture. */
export function frameMessage(
  live: LivePoseFrame,
  kind: BroadcastSource,
  stream: string,
): FrameMessage {
  const { index, time, hands, relativeDepth, camera, frame } = live;
  const { displayWidth: width, displayHeight: height } = frame.image;
  return {
    handstream: 'frame',
    version: BROADCAST_VERSION,
    stream,
    source: { kind, width, height },
    camera,
    frame: {
      index,
      time,
      hands: perHand((side) => hands[side] && shownHand(hands[side])),
      relativeDepth,
    },
  };
}

function shownHand({ score, joints2d, joints3d, rootDepth, jointScores }: HandPose): HandPose {
  return { score, joints2d, joints3d, rootDepth, ...(jointScores && { jointScores }) };
}
