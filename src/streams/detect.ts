import type { OperatorFunction } from 'rxjs';
import type { HandDetection } from '../hands/hand-detection.ts';
import { DetectorFailure } from '../workers/detector-failure.ts';
import type { HandDetector } from '../workers/hand-detector.ts';
import type { Frame } from './frame.ts';
import type { Pace } from './frame-source.ts';
import { stage, type InFlight, type StageContext } from './stage.ts';
import type { TrackMemory } from './track-memory.ts';

/**
 * 'each': the estimator needs every frame's own detections. 'beside': while hands are followed, the
 * detector works through the newest frames at its own pace and frames do not wait for it.
 */
export type DetectorPace = 'each' | 'beside';

export interface DetectOptions {
  readonly detectorPace: DetectorPace;
  /** Beside or not, with 'every-frame' each frame waits, so that the same file gives the same numbers. */
  readonly sourcePace: Pace;
}

/** The detector's latest word on where the hands are. */
export interface Detected extends InFlight {
  readonly detections: readonly HandDetection[];
  /** Whether they were found in this very frame; else in an earlier one, or reported before. */
  readonly detectionsAre: 'of-this-frame' | 'new' | 'known';
}

/** Finds hands in frames. The detector is lent: who opened it disposes it. */
export function detect(
  detector: HandDetector,
  { detectorPace, sourcePace }: DetectOptions,
  memory: TrackMemory,
  context: StageContext,
): OperatorFunction<InFlight, Detected> {
  return (source) => {
    const find =
      detectorPace === 'each'
        ? findInEach(detector, 'of-this-frame')
        : sourcePace === 'every-frame'
          ? findInEach(detector, 'new')
          : findBeside(detector, memory, context);
    return source.pipe(stage('detect', find, context));
  };
}

type Finding = Pick<Detected, 'detections' | 'detectionsAre'>;

function findInEach(detector: HandDetector, detectionsAre: Detected['detectionsAre']) {
  return async ({ frame }: InFlight): Promise<Finding> => ({
    detections: await detector.detect(frame.image, frame.timeMs),
    detectionsAre,
  });
}

function findBeside(detector: HandDetector, memory: TrackMemory, { onFrameFailed }: StageContext) {
  const inThis = findInEach(detector, 'of-this-frame');
  let latest: readonly HandDetection[] = [];
  let busy = false;
  let reported = true;
  let ended: DetectorFailure | undefined;

  const start = async (frame: Frame) => {
    busy = true;
    try {
      // The detector clones the picture before its first await: the frame may go on at once.
      latest = await detector.detect(frame.image, frame.timeMs);
      reported = false;
    } catch (error) {
      onFrameFailed?.(error);
      // It restarted as often as it could: without it no hand would ever be found again.
      if (error instanceof DetectorFailure) ended = error;
    } finally {
      busy = false;
    }
  };

  return (input: InFlight): Finding | Promise<Finding> => {
    if (ended) throw ended;
    // With nobody to follow the frame has nothing else to wait for.
    if (!memory.follows(input.frame.timeMs)) {
      reported = true;
      return inThis(input);
    }
    const detectionsAre = reported ? 'known' : 'new';
    reported = true;
    const detections = latest;
    if (!busy) void start(input.frame);
    return { detections, detectionsAre };
  };
}
