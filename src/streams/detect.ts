import type { OperatorFunction } from 'rxjs';
import type { HandDetection } from '../hands/hand-detection.ts';
import { DetectorFailure } from '../workers/detector-failure.ts';
import type { HandDetector } from '../workers/hand-detector.ts';
import { now, type Changing } from './changing.ts';
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
  /** Asked anew for each frame. */
  readonly detectorPace: Changing<DetectorPace>;
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
    const finders =
      sourcePace === 'every-frame'
        ? { each: findInEach(detector, 'of-this-frame'), beside: findInEach(detector, 'new') }
        : liveFinders(detector, memory, context);
    return source.pipe(
      stage('detect', (input: InFlight) => finders[now(detectorPace)](input), context),
    );
  };
}

type Finding = Pick<Detected, 'detections' | 'detectionsAre'>;
type Finders = Record<DetectorPace, (input: InFlight) => Finding | Promise<Finding>>;

function findInEach(detector: HandDetector, detectionsAre: Detected['detectionsAre']) {
  return async ({ frame }: InFlight): Promise<Finding> => ({
    detections: await detector.detect(frame.image, frame.timeMs),
    detectionsAre,
  });
}

function liveFinders(
  detector: HandDetector,
  memory: TrackMemory,
  { onFrameFailed }: StageContext,
): Finders {
  const findInThis = findInEach(detector, 'of-this-frame');
  let latest: readonly HandDetection[] = [];
  /** Of an earlier frame, beside the stream. */
  let running: Promise<void> | null = null;
  let reported = true;
  let ended: DetectorFailure | undefined;

  const start = async (frame: Frame) => {
    try {
      // The detector clones the picture before its first await: the frame may go on at once.
      latest = await detector.detect(frame.image, frame.timeMs);
      reported = false;
    } catch (error) {
      onFrameFailed?.(error);
      // It restarted as often as it could: without it no hand would ever be found again.
      if (error instanceof DetectorFailure) ended = error;
    }
  };

  const each = async (input: InFlight): Promise<Finding> => {
    // One picture at a time; what it finds is older than what this frame will say.
    if (running) await running;
    reported = true;
    return findInThis(input);
  };

  const beside = (input: InFlight): Finding | Promise<Finding> => {
    if (ended) throw ended;
    // With nobody to follow the frame has nothing else to wait for.
    if (!memory.follows(input.frame.timeMs)) return each(input);
    const detectionsAre = reported ? 'known' : 'new';
    reported = true;
    const detections = latest;
    running ??= start(input.frame).finally(() => (running = null));
    return { detections, detectionsAre };
  };
  return { each, beside };
}
