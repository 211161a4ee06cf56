import { defer, map, type Observable } from 'rxjs';
import { DEFAULT_GATE, type GateOptions } from '../hands/handedness-gate.ts';
import { DEFAULT_SMOOTHING, type SmoothingOptions } from '../hands/smoothing.ts';
import type { HandDetector } from '../workers/hand-detector.ts';
import type { Changing } from './changing.ts';
import { crop } from './crop.ts';
import { detect } from './detect.ts';
import { estimate } from './estimate.ts';
import type { FrameSource } from './frame-source.ts';
import { gate } from './gate.ts';
import { landmarkerEstimator } from './landmarker-estimator.ts';
import { lendFrame } from './lend-frame.ts';
import { lift, type LiftOptions } from './lift.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';
import type { PoseEstimator } from './pose-estimator.ts';
import { smooth } from './smooth.ts';
import type { StageContext } from './stage.ts';
import { TrackMemory } from './track-memory.ts';

/** How a pipeline turns what was found into PoseFrames. */
export interface PipelineSettings extends StageContext {
  /** Like `smoothing`, a function is asked with every frame: settings may change while it runs. */
  readonly camera?: Changing<LiftOptions> | undefined;
  /** Default DEFAULT_SMOOTHING. */
  readonly smoothing?: Changing<SmoothingOptions | 'off'> | undefined;
  /** Default DEFAULT_GATE. */
  readonly gate?: GateOptions | undefined;
  /** Puts the unsmoothed joints beside the smoothed ones. Default false. */
  readonly raw?: boolean | undefined;
}

/** A pipeline's parts, open, and its settings. */
export interface OpenPipelineOptions extends PipelineSettings {
  readonly source: FrameSource;
  /** Lent: whoever opened it disposes it (`openDetector`). */
  readonly detector: HandDetector;
  /** Lent likewise; the detector's own landmarks where there is none. */
  readonly estimator?: PoseEstimator | undefined;
}

/**
 * Frames in, both hands in 3D out. Nothing runs before the subscription; unsubscribing closes the
 * source and every open picture. Errors with a SourceFailure or, when the detector or the estimator
 * cannot be kept alive, with its failure. The emitted picture is lent (LivePoseFrame.frame).
 * The library's createHandPipeline (src/library) opens the parts first.
 *
 * @example
 * const detector = await openDetector();
 * createHandPipeline({ source: cameraSource(), detector }).subscribe(({ hands }) => ...);
 */
export function createHandPipeline(options: OpenPipelineOptions): Observable<LivePoseFrame> {
  const { source, detector, estimator = landmarkerEstimator() } = options;
  const { camera = {}, smoothing = DEFAULT_SMOOTHING, raw = false } = options;
  const paces = { detectorPace: () => estimator.detectorPace, sourcePace: source.pace };
  const estimating = { ...options, isStill: source.kind === 'picture' };
  const gating = { ...DEFAULT_GATE, ...options.gate, withRaw: raw };
  return defer(() => {
    const memory = new TrackMemory();
    return source.frames.pipe(
      map((frame) => ({ frame, timings: {} })),
      detect(detector, paces, memory, options),
      crop(memory, options),
      estimate(estimator, memory, estimating),
      lift(camera, options),
      smooth(smoothing, options),
      gate(gating, options),
      lendFrame(),
    );
  });
}
