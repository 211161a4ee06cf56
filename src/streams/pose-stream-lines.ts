import { concatMap, of, type OperatorFunction } from 'rxjs';
import { frameLine, headerLine } from '../recording/pose-stream-writer.ts';
import type { PoseStreamDetails } from '../recording/pose-stream.ts';
import type { SmoothingOptions } from '../hands/smoothing.ts';
import type { FrameSource } from './frame-source.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';

/** What a pose stream says in its header, and whether it holds `raw` joints. */
export interface PoseStreamLinesOptions {
  /** What the stream says about its source; the size comes from the first frame. */
  readonly source: Pick<FrameSource, 'kind' | 'name'>;
  readonly estimator: PoseStreamDetails['estimator'];
  readonly smoothing: SmoothingOptions | 'off';
  /** Writes the unsmoothed joints too. */
  readonly raw: boolean;
  /** Wall time of the recording's start. */
  readonly createdAt: Date;
}

/** Turns PoseFrames into the lines of a pose stream (docs/format.md): a header, then one a frame. */
export function poseStreamLines(
  options: PoseStreamLinesOptions,
): OperatorFunction<LivePoseFrame, string> {
  return concatMap((live, count) => {
    const line = frameLine(live, { raw: options.raw });
    return count === 0 ? of(headerLine(headerOf(live, options)), line) : of(line);
  });
}

function headerOf(
  { frame, camera }: LivePoseFrame,
  { source, estimator, smoothing, createdAt }: PoseStreamLinesOptions,
): PoseStreamDetails {
  const { displayWidth: width, displayHeight: height } = frame.image;
  return {
    createdAt: createdAt.toISOString(),
    source: { kind: source.kind, width, height, name: source.name },
    camera,
    estimator,
    smoothing: headerSmoothing(smoothing),
  };
}

/** The filters as a header says them. */
export function headerSmoothing(
  smoothing: SmoothingOptions | 'off',
): PoseStreamDetails['smoothing'] {
  if (smoothing === 'off') return { joints2d: null, joints3d: null, rootDepth: null };
  const { joints2d, rootRelative, depth } = smoothing;
  return { joints2d, joints3d: rootRelative, rootDepth: depth };
}
