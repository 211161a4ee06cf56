import { defer, finalize, from, switchMap, type Observable } from 'rxjs';
import { cameraSource } from '../streams/camera.ts';
import type { FrameSource } from '../streams/frame-source.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { createHandPipeline as chainStages, type PipelineSettings } from '../streams/pipeline.ts';
import { openParts, type PipelineParts } from './pipeline-parts.ts';

/** What a pipeline is made of; all of it can be left out. */
export interface HandPipelineOptions extends PipelineSettings, PipelineParts {
  /** Default: the camera, which is asked for once the rest is ready. */
  readonly source?: FrameSource | undefined;
}

/**
 * Frames in, both hands in 3D out. Subscribing opens whatever was not given, in workers of its own;
 * unsubscribing, the source's end and an error end all that, close the source and every open picture.
 * A detector or an estimator that was given is lent: it stays open.
 *
 * Each subscription is a pipeline of its own; to look at one pipeline twice, `share()` it.
 *
 * Errors with a SourceFailure or, when the detector or the network cannot be had or kept alive, with
 * a DetectorFailure or InternetFailure (`describeError` says each in words).
 *
 * @returns PoseFrames as they come. `frame.image` is lent until `next` returns; the rest is plain data
 *
 * @example
 * ```ts
 * createHandPipeline().subscribe(({ hands, relativeDepth }) => {
 *   console.log(hands.right?.joints3d, hands.left?.joints3d, relativeDepth?.mm);
 * });
 * ```
 */
export function createHandPipeline(options: HandPipelineOptions = {}): Observable<LivePoseFrame> {
  const { source = cameraSource() } = options;
  const mode = source.kind === 'picture' ? 'image' : 'video';
  return defer(() => {
    const { opened, letGo } = openParts(options, mode);
    return from(opened).pipe(
      switchMap(([{ part: detector }, { part: estimator }]) =>
        chainStages({ ...options, source, detector, estimator }),
      ),
      finalize(letGo),
    );
  });
}
