import { Observable, type OperatorFunction } from 'rxjs';
import type { LivePoseFrame } from './live-pose-frame.ts';
import type { Gated } from './gate.ts';

/**
 * The end of a Frame's way: subscribers get the PoseFrame with the picture it belongs to, for as
 * long as their `next` runs; then the Frame is disposed, and the source may make the next one.
 */
export function lendFrame(): OperatorFunction<Gated, LivePoseFrame> {
  return (source) =>
    new Observable((subscriber) =>
      source.subscribe({
        next: (gated) => {
          using frame = gated.frame;
          subscriber.next(toLivePoseFrame(gated, frame));
        },
        error: (error: unknown) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    );
}

function toLivePoseFrame(gated: Gated, frame: Gated['frame']): LivePoseFrame {
  const { hands, relativeDepth, camera, detections, ignored, crops, estimate, timings } = gated;
  const { index, timeMs: time } = frame;
  return {
    index,
    time,
    hands,
    relativeDepth,
    frame,
    camera,
    detections,
    ignored,
    crops,
    compared: estimate.compared ?? null,
    timings,
  };
}
