import { WebXRController, type XRHandSpace } from 'three';
import { perHand } from '../hands/hand-side.ts';
import type { WebcamFrame } from './webcam-frame.ts';
import type { WebcamInputSource } from './webcam-hand.ts';
import type { WebcamReferenceSpace } from './webcam-space.ts';
import { WebcamInputSourcesChangeEvent, type WebcamSession } from './webcam-session.ts';

/**
 * Webcam hands for three.js: what `renderer.xr.getHand` gives on a headset, without a WebXR session.
 * three's own controllers read the session's hands; this only does what its WebXRManager does:
 * connects, disconnects and updates them. Models connect before the first `update`.
 */
export class ThreeHands {
  readonly #session: WebcamSession;
  readonly #controllers = perHand(() => new WebXRController());
  /** Add models to them (`XRHandModelFactory.createHandModel`) and them to the scene. */
  readonly hands = perHand((side): XRHandSpace => this.#controllers[side].getHandSpace());

  constructor(session: WebcamSession) {
    this.#session = session;
    session.addEventListener('inputsourceschange', (event) => {
      if (!(event instanceof WebcamInputSourcesChangeEvent)) return;
      for (const source of event.removed) this.#of(source).disconnect(xrSource(source));
      for (const source of event.added) this.#of(source).connect(xrSource(source));
    });
  }

  /** Moves the hands to where they are in a frame of the session. */
  update(frame: WebcamFrame): void {
    const { inputSources, viewerSpace } = this.#session;
    for (const source of inputSources) {
      this.#of(source).update(xrSource(source), xrFrame(frame), xrSpace(viewerSpace));
    }
  }

  #of({ handedness }: WebcamInputSource): WebXRController {
    return this.#controllers[handedness];
  }
}

/* oxlint-disable typescript/no-unsafe-type-assertion --
   three's types ask for all of WebXR, drawing included; what three reads of it is there. */
const xrSource = (source: WebcamInputSource) => source as unknown as XRInputSource;
const xrFrame = (frame: WebcamFrame) => frame as unknown as XRFrame;
const xrSpace = (space: WebcamReferenceSpace) => space as unknown as XRReferenceSpace;
