import { Container, Sprite } from 'pixi.js';
import { WRIST } from '../hands/joints.ts';
import type { PoseFrame } from '../hands/pose-frame.ts';
import { depthLabel, depthOriginLabel } from './depth-label.ts';
import { HAND_TONES, OUTLINE } from './hand-colours.ts';
import type { OverlayTextures } from './overlay-textures.ts';
import { placeStick } from './place-stick.ts';
import { stageX, stageY, type Size, type StageFit } from './stage-fit.ts';

/** Relative depth at which the bead sits at the nearer wrist, mm. */
const REACH_MM = 250;
/** Half the label's box, CSS px: it is kept on the stage without measuring it. */
const LABEL_HALF = { width: 86, height: 26 };
/** How far the label's middle is from the line's, CSS px. */
const LABEL_AWAY = 36;

/**
 * The relative depth between the wrists: a line, a tick half way, and a bead that slides towards
 * the nearer hand. The words are a DOM label, so they are never mirrored and only change when
 * their number does.
 */
export class DepthGauge {
  readonly view = new Container({ visible: false });
  readonly #line: Sprite;
  readonly #tick: Sprite;
  readonly #bead: Sprite;
  readonly #label: HTMLElement;
  readonly #amount = new Text();
  readonly #origin = new Text();

  /** @param label the gauge's own empty element over the stage */
  constructor(textures: OverlayTextures, label: HTMLElement) {
    this.#line = new Sprite({ texture: textures.stick, anchor: { x: 0, y: 0.5 }, alpha: 0.9 });
    this.#tick = new Sprite({ texture: textures.stick, anchor: { x: 0, y: 0.5 }, tint: OUTLINE });
    this.#bead = new Sprite({ texture: textures.disc, anchor: 0.5 });
    this.view.addChild(this.#line, this.#tick, this.#bead);
    this.#label = label;
    const amount = document.createElement('strong');
    amount.append(this.#amount);
    const origin = document.createElement('small');
    origin.append(this.#origin);
    label.replaceChildren(amount, origin);
    label.hidden = true;
  }

  place({ hands, relativeDepth }: PoseFrame, fit: StageFit, stage: Size): void {
    if (!hands.right || !hands.left || !relativeDepth) return this.hide();
    this.view.visible = true;
    if (this.#label.hidden) this.#label.hidden = false;
    const [rightX, rightY] = hands.right.joints2d[WRIST]!;
    const [leftX, leftY] = hands.left.joints2d[WRIST]!;
    const x0 = stageX(fit, rightX);
    const y0 = stageY(fit, rightY);
    const x1 = stageX(fit, leftX);
    const y1 = stageY(fit, leftY);
    placeStick(this.#line, x0, y0, x1, y1, 7);

    const midX = (x0 + x1) / 2;
    const midY = (y0 + y1) / 2;
    const length = Math.hypot(x1 - x0, y1 - y0) || 1;
    const acrossX = (-(y1 - y0) / length) * 7;
    const acrossY = ((x1 - x0) / length) * 7;
    placeStick(this.#tick, midX - acrossX, midY - acrossY, midX + acrossX, midY + acrossY, 4);

    const towardsLeft = Math.min(1, Math.max(-1, -relativeDepth.mm / REACH_MM)) / 2 + 0.5;
    this.#bead.position.set(x0 + (x1 - x0) * towardsLeft, y0 + (y1 - y0) * towardsLeft);
    this.#bead.scale.set(16 / this.#bead.texture.width);
    this.#bead.tint = (relativeDepth.mm < 0 ? HAND_TONES.left : HAND_TONES.right).mid;

    const labelX = clamp(midX, LABEL_HALF.width, stage.width - LABEL_HALF.width);
    const below = midY + LABEL_AWAY < stage.height - LABEL_HALF.height;
    const labelY = Math.max(LABEL_HALF.height, midY + (below ? LABEL_AWAY : -LABEL_AWAY));
    this.#label.style.transform = `translate(${labelX.toFixed(1)}px, ${labelY.toFixed(1)}px) translate(-50%, -50%)`;
    say(this.#amount, depthLabel(relativeDepth));
    say(this.#origin, depthOriginLabel(relativeDepth));
  }

  hide(): void {
    this.view.visible = false;
    if (!this.#label.hidden) this.#label.hidden = true;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function say(words: Text, text: string): void {
  if (words.data !== text) words.data = text;
}
