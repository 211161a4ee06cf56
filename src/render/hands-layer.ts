import { Container } from 'pixi.js';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import type { PoseFrame } from '../hands/pose-frame.ts';
import { HAND_TONES } from './hand-colours.ts';
import { HandSprites } from './hand-sprites.ts';
import type { OverlayTextures } from './overlay-textures.ts';
import type { StageFit } from './stage-fit.ts';

/** Hands nearer to level than this keep their order: swapping makes Pixi sort its sprites anew. */
const SWAP_MM = 8;

/** Both hands, the nearer one on top; made once and moved each frame. */
export class HandsLayer {
  readonly view = new Container();
  readonly #hands: PerHand<HandSprites>;

  /** @param leastRadius of a joint, stage px */
  constructor(textures: OverlayTextures, leastRadius: number) {
    this.#hands = perHand((side) => new HandSprites(textures, HAND_TONES[side], leastRadius));
    this.view.addChild(this.#hands.left.view, this.#hands.right.view);
  }

  /** @param raw also the unsmoothed joints, where the frame has them */
  place({ hands, relativeDepth }: PoseFrame, fit: StageFit, raw: boolean): void {
    this.#hands.right.place(hands.right, fit, raw);
    this.#hands.left.place(hands.left, fit, raw);
    if (!relativeDepth || Math.abs(relativeDepth.mm) < SWAP_MM) return;
    const nearer = relativeDepth.mm < 0 ? this.#hands.left.view : this.#hands.right.view;
    if (this.view.getChildIndex(nearer) !== 1) this.view.setChildIndex(nearer, 1);
  }
}
