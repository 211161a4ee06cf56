import { HAND_SIDES, perHand } from '../hands/hand-side.ts';
import type { PoseFrame } from '../hands/pose-frame.ts';
import { webXrHand } from '../hands/web-xr-hand.ts';
import { WebcamFrame, type PlacedJoint } from './webcam-frame.ts';
import { WebcamInputSource } from './webcam-hand.ts';
import { WebcamReferenceSpace, type WebcamSpace } from './webcam-space.ts';

/** Hands came or went: shaped like an XRInputSourcesChangeEvent. */
export class WebcamInputSourcesChangeEvent extends Event {
  readonly session: WebcamSession;
  readonly added: readonly WebcamInputSource[];
  readonly removed: readonly WebcamInputSource[];

  constructor(
    session: WebcamSession,
    added: readonly WebcamInputSource[],
    removed: readonly WebcamInputSource[],
  ) {
    super('inputsourceschange');
    this.session = session;
    this.added = added;
    this.removed = removed;
  }
}

/**
 * Hand tracking from a webcam in the shape that WebXR gives it on a headset: input sources that come
 * and go with the hands ('inputsourceschange'), and a frame for each PoseFrame. Nothing is drawn
 * by it, so it needs no headset and no WebXR.
 */
export class WebcamSession extends EventTarget {
  /** The camera: where the viewer of an own headset would be. */
  readonly viewerSpace = new WebcamReferenceSpace();
  readonly visibilityState = 'visible';
  readonly #hands = perHand((side) => new WebcamInputSource(side));
  #inputSources: readonly WebcamInputSource[] = [];

  /** The hands that are there. */
  get inputSources(): readonly WebcamInputSource[] {
    return this.#inputSources;
  }

  /** Takes what the pipeline found. */
  update({ time, hands }: PoseFrame): WebcamFrame {
    const joints = new Map<WebcamSpace, PlacedJoint>();
    for (const side of HAND_SIDES) {
      const pose = hands[side];
      if (!pose) continue;
      const placed = webXrHand(pose.joints3d, side);
      const spaces = Array.from(this.#hands[side].hand.values());
      for (const [joint, space] of spaces.entries()) joints.set(space, placed[joint]!);
    }
    this.#change(HAND_SIDES.filter((side) => hands[side]).map((side) => this.#hands[side]));
    return new WebcamFrame(this, time, joints);
  }

  #change(sources: readonly WebcamInputSource[]): void {
    const added = sources.filter((source) => !this.#inputSources.includes(source));
    const removed = this.#inputSources.filter((source) => !sources.includes(source));
    if (added.length + removed.length === 0) return;
    this.#inputSources = sources;
    this.dispatchEvent(new WebcamInputSourcesChangeEvent(this, added, removed));
  }
}
