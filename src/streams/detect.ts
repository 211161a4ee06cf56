import type { OperatorFunction } from 'rxjs';
import type { HandDetection } from '../hands/hand-detection.ts';
import { DetectorFailure } from '../workers/detector-failure.ts';
import type { HandDetector } from '../workers/hand-detector.ts';
import type { Frame } from './frame.ts';
import { stage, type InFlight, type StageContext } from './stage.ts';

/**
 * 'each': every frame waits for its own detections. 'beside': the detector works through the newest
 * frames at its own pace and frames do not wait for it.
 */
export type DetectorPace = 'each' | 'beside';

/** The detector's latest word on where the hands are. */
export interface Detected extends InFlight {
  readonly detections: readonly HandDetection[];
  /** Whether they were found in this very frame; else in an earlier one, or reported before. */
  readonly detectionsAre: 'of-this-frame' | 'new' | 'known';
}

/** Finds hands in frames. The detector is lent: who opened it disposes it. */
export function detect(
  detector: HandDetector,
  pace: DetectorPace,
  context: StageContext,
): OperatorFunction<InFlight, Detected> {
  return (source) => {
    const find = pace === 'each' ? findInEach(detector) : findBeside(detector, context);
    return source.pipe(stage('detect', find, context));
  };
}

type Finding = Pick<Detected, 'detections' | 'detectionsAre'>;

function findInEach(detector: HandDetector) {
  return async ({ frame }: InFlight): Promise<Finding> => ({
    detections: await detector.detect(frame.image, frame.timeMs),
    detectionsAre: 'of-this-frame',
  });
}

function findBeside(detector: HandDetector, { onFrameFailed }: StageContext) {
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

  return ({ frame }: InFlight): Finding => {
    if (ended) throw ended;
    const detectionsAre = reported ? 'known' : 'new';
    reported = true;
    const detections = latest;
    if (!busy) void start(frame);
    return { detections, detectionsAre };
  };
}
