import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';

/** How the page makes its PoseFrames just now, as far as a header tells. */
export interface Making {
  /** Names the estimator; another name, another header. */
  readonly estimator: string;
  readonly smoothing: boolean;
}

/** What a recorded frame leaves behind, to hold the next against. */
export interface RecordedFrame extends Pick<LivePoseFrame, 'index' | 'time' | 'camera'>, Making {
  /** px. */
  readonly width: number;
  readonly height: number;
}

/** Of what a header says of all its frames, what another frame does not keep to; or time went back. */
export type BrokenBy = 'time' | 'size' | 'camera' | 'estimator' | 'smoothing';

/** What is needed of a frame whose picture will be gone. */
export function recordedFrame({ index, time, camera, frame }: LivePoseFrame, making: Making) {
  const { displayWidth: width, displayHeight: height } = frame.image;
  return { ...making, index, time, camera, width, height } satisfies RecordedFrame;
}

/** What keeps `next` from following `last` in one recording; null where nothing does. */
export function brokenBy(last: RecordedFrame, next: RecordedFrame): BrokenBy | null {
  if (next.estimator !== last.estimator) return 'estimator';
  if (next.smoothing !== last.smoothing) return 'smoothing';
  if (next.width !== last.width || next.height !== last.height) return 'size';
  // A clip that starts again, a seek back, a source that was closed and opened.
  if (next.time <= last.time || next.index <= last.index) return 'time';
  return sameCamera(last.camera, next.camera) ? null : 'camera';
}

function sameCamera(a: CameraIntrinsics, b: CameraIntrinsics): boolean {
  return a.fx === b.fx && a.fy === b.fy && a.cx === b.cx && a.cy === b.cy && a.from === b.from;
}
