import type { CameraIntrinsics } from '../src/hands/camera-intrinsics.ts';
import type { HandPose } from '../src/hands/pose-frame.ts';
import { frameLine, headerLine } from '../src/recording/pose-stream-writer.ts';
import type { LivePoseFrame } from '../src/streams/live-pose-frame.ts';
import { Frame } from '../src/streams/frame.ts';
import { fakeImage } from './fake-frame.ts';

export const CAMERA: CameraIntrinsics = { fx: 640, fy: 640, cx: 320, cy: 240, from: 'default' };

/** A hand whose numbers tell frames apart. */
function handOf(index: number): HandPose {
  const at = (joint: number) => index + joint / 100;
  return {
    score: 0.9,
    joints2d: Array.from({ length: 21 }, (_, joint) => [at(joint), 2] as const),
    joints3d: Array.from({ length: 21 }, (_, joint) => [at(joint), 2, 600] as const),
    rootDepth: { mm: 600, from: 'hand-size' },
  };
}

export interface LiveFrameOptions {
  readonly index: number;
  readonly time?: number;
  readonly skipped?: number;
  readonly camera?: CameraIntrinsics;
}

/** A PoseFrame with a right hand, as sinks get them; by default 30 a second. */
export function liveFrame({
  index,
  time = Math.round(index * 33.333),
  skipped = 0,
  camera = CAMERA,
}: LiveFrameOptions): LivePoseFrame {
  const frame = new Frame({ image: fakeImage(), index, timeMs: time, skipped });
  return {
    index,
    time,
    hands: { right: handOf(index), left: null },
    relativeDepth: null,
    frame,
    camera,
    detections: [],
    ignored: [],
    crops: { crops: [] },
    compared: null,
    timings: {},
  } as unknown as LivePoseFrame;
}

export const HEADER_LINE = headerLine({
  createdAt: '2026-01-31T12:00:00.000Z',
  source: { kind: 'synthetic', width: 640, height: 480, name: 'synthetic hands' },
  camera: CAMERA,
  estimator: { id: 'landmarker', sha256: null, backend: 'wasm' },
  smoothing: { joints2d: null, joints3d: null, rootDepth: null },
});

/** The first lines of a recording: its header and so many frames. */
export function streamLines(frames: number): readonly string[] {
  const lines = Array.from({ length: frames }, (_, index) =>
    frameLine(liveFrame({ index }), { raw: false }),
  );
  return [HEADER_LINE, ...lines];
}
