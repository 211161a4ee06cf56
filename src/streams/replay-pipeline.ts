import { defer, map, type Observable } from 'rxjs';
import type { GateOptions } from '../hands/handedness-gate.ts';
import { now, type Changing } from './changing.ts';
import type { FrameSource } from './frame-source.ts';
import { gate } from './gate.ts';
import { lendFrame } from './lend-frame.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';
import { replayLift } from './replay-lift.ts';
import { replayShown, type ReplaySmoothing } from './replay-shown.ts';
import { smooth } from './smooth.ts';
import type { StageContext } from './stage.ts';

/** What is replayed, and how its joints are smoothed. */
export interface ReplayPipelineOptions extends StageContext {
  /** A `replaySource`. */
  readonly source: FrameSource;
  /** Default 'as-recorded'; a function is asked with every frame. */
  readonly smoothing?: Changing<ReplaySmoothing> | undefined;
}

/** Who was recorded was shown: the gate has had its say. */
const EVERYBODY: GateOptions = { enter: 0, leave: 0 };

/**
 * Recorded frames in, the same PoseFrames out as when they were recorded, for the same sinks:
 * createHandPipeline without the stages that look at pictures. Hands without `raw` joints stay as
 * they were recorded, whatever the smoothing.
 */
export function createReplayPipeline(options: ReplayPipelineOptions): Observable<LivePoseFrame> {
  const { source, smoothing = 'as-recorded' } = options;
  const filters = () => {
    const asked = now(smoothing);
    return asked === 'as-recorded' ? 'off' : asked;
  };
  return defer(() =>
    source.frames.pipe(
      map((frame) => ({ frame, timings: {} })),
      replayLift(options),
      smooth(filters, options),
      gate({ ...EVERYBODY, withRaw: false }, options),
      replayShown(smoothing),
      lendFrame(),
    ),
  );
}
