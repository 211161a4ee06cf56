import { defer, from, switchMap, type Observable } from 'rxjs';
import { DEFAULT_SMOOTHING } from '../hands/smoothing.ts';
import { cameraSource } from '../streams/camera.ts';
import { clipSource } from '../streams/clip.ts';
import type { FrameSource } from '../streams/frame-source.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { pictureSource } from '../streams/picture.ts';
import { createHandPipeline } from '../streams/pipeline.ts';
import type { Playback } from '../streams/playback.ts';
import type { PoseEstimator } from '../streams/pose-estimator.ts';
import type { StageContext } from '../streams/stage.ts';
import { syntheticSource } from '../streams/synthetic.ts';
import type { DetectorLoader } from './detector-loader.ts';
import { detectorModeOf, type SeenChoice } from './source-choice.ts';

/** What the pipeline is built with, besides its source. */
export interface PlayerSettings {
  readonly smoothing: boolean;
  readonly horizontalFovDegrees: number | null;
}

export interface SeenFramesOptions extends StageContext {
  readonly detectors: DetectorLoader;
  readonly estimator: PoseEstimator;
  /** Asked with every frame. */
  readonly settings: () => PlayerSettings;
  /** A clip obeys it. */
  readonly playback: Playback;
  /** Told how long a clip is. */
  readonly onDuration: (durationMs: number) => void;
}

/** The PoseFrames of a choice whose hands are found here and now. */
export function seenFrames(
  choice: SeenChoice,
  options: SeenFramesOptions,
): Observable<LivePoseFrame> {
  const { detectors, estimator, settings, onFrameFailed, clock } = options;
  return defer(() => from(detectors.get(detectorModeOf(choice)))).pipe(
    switchMap((detector) =>
      createHandPipeline({
        source: sourceOf(choice, options),
        detector,
        estimator,
        raw: true,
        clock,
        onFrameFailed,
        smoothing: () => (settings().smoothing ? DEFAULT_SMOOTHING : 'off'),
        camera: () => ({ horizontalFovDegrees: settings().horizontalFovDegrees ?? undefined }),
      }),
    ),
  );
}

function sourceOf(
  choice: SeenChoice,
  { playback, onDuration }: Pick<SeenFramesOptions, 'playback' | 'onDuration'>,
): FrameSource {
  switch (choice.kind) {
    case 'synthetic':
      return syntheticSource({ scene: choice.scene });
    case 'camera':
      return cameraSource(choice.options);
    case 'clip':
      return clipSource(choice.file, { loop: true, playback, onDuration });
    case 'picture':
      return pictureSource(choice.file);
    default:
      return choice satisfies never;
  }
}
