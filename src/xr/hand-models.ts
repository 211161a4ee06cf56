import { Group, type XRHandSpace } from 'three';
import type { XRHandModelFactory } from 'three/examples/jsm/webxr/XRHandModelFactory.js';
import { HAND_SIDES, type PerHand } from '../hands/hand-side.ts';
import { disposeMeshes } from './dispose-meshes.ts';

/** The looks that XRHandModelFactory knows. */
export const HAND_PROFILES = ['mesh', 'spheres', 'boxes'] as const;
export type HandProfile = (typeof HAND_PROFILES)[number];

/**
 * Both hands with three.js's models on them, to be added to a scene. The factory drops a model when
 * its hand goes and makes another when it returns, and frees none: this does. Dispose it.
 */
export class HandModels implements Disposable {
  readonly group = new Group();

  /** Before the hands' session has its first frame. */
  constructor(hands: PerHand<XRHandSpace>, factory: XRHandModelFactory, profile: HandProfile) {
    for (const side of HAND_SIDES) {
      const hand = hands[side];
      // Before the factory's own listener, which forgets the meshes.
      hand.addEventListener('disconnected', () => disposeMeshes(hand));
      hand.add(factory.createHandModel(hand, profile));
      this.group.add(hand);
    }
  }

  [Symbol.dispose](): void {
    disposeMeshes(this.group);
    this.group.removeFromParent();
  }
}
