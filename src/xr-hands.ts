import './symbol-dispose.ts';
import { BehaviorSubject, catchError, defer, EMPTY, from, type Observable, switchMap } from 'rxjs';
import { cameraSource } from './streams/camera.ts';
import type { LivePoseFrame } from './streams/live-pose-frame.ts';
import { createHandPipeline } from './streams/pipeline.ts';
import { syntheticSource } from './streams/synthetic.ts';
import { byId } from './ui/by-id.ts';
import { describeError } from './ui/describe-error.ts';
import { setText } from './ui/set-text.ts';
import { openDetector } from './workers/open-detector.ts';
import { HandModelsView } from './xr/hand-models-view.ts';
import { HAND_PROFILES } from './xr/hand-models.ts';

const canvas = byId('hands', HTMLCanvasElement);
const status = byId('status', HTMLElement);
const problem = byId('problem', HTMLElement);
const cameraButton = byId('use-camera', HTMLButtonElement);
const view = new HandModelsView(canvas, 'mesh');
const detector = openDetector({
  onProgress: (fraction) =>
    setText(status, `Loading the hand detector… ${Math.round(fraction * 100)} %`),
});
/** Whether the camera is on; else the synthetic hands are. */
const cameraOn = new BehaviorSubject(false);

byId('profile', HTMLFieldSetElement).addEventListener('change', ({ target }) => {
  const { value } = target instanceof HTMLInputElement ? target : { value: '' };
  const profile = HAND_PROFILES.find((name) => name === value);
  if (profile) view.useProfile(profile);
});
cameraButton.addEventListener('click', () => {
  setText(problem, '');
  cameraOn.next(!cameraOn.value);
});
cameraOn.subscribe((on) => {
  setText(cameraButton, on ? 'Turn camera off' : 'Use my camera');
  // A camera shows what a mirror would.
  canvas.classList.toggle('mirrored', on);
});
cameraOn.pipe(switchMap(hands)).subscribe((live) => {
  const count = view.draw(live);
  setText(status, `${cameraOn.value ? 'Camera' : 'Synthetic hands'}: ${count} of 2 hands`);
  // For end-to-end tests to wait on.
  canvas.dataset['hands'] = String(count);
});

/** The hands that the camera sees, or the synthetic ones. A camera that fails gives way to those. */
function hands(camera: boolean): Observable<LivePoseFrame> {
  return defer(() => from(detector)).pipe(
    switchMap((opened) =>
      createHandPipeline({
        source: camera ? cameraSource() : syntheticSource(),
        detector: opened,
        onFrameFailed: (error) => console.warn('A frame was given up:', error),
      }),
    ),
    catchError((error: unknown) => {
      const { what, todo } = describeError(error);
      setText(problem, `${what} ${todo}`);
      if (camera) queueMicrotask(() => cameraOn.next(false));
      return EMPTY;
    }),
  );
}
