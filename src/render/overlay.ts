import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { BoxSprites } from './box-sprites.ts';
import { ComparedSprites } from './compared-sprites.ts';
import { DepthGauge } from './depth-gauge.ts';
import { HandsLayer } from './hands-layer.ts';
import { OverlayTextures } from './overlay-textures.ts';
import { PixiStage } from './pixi-stage.ts';
import { fitFrame, type Size } from './stage-fit.ts';

/** Of a joint, stage px. */
const LEAST_RADIUS = 3.5;

/** What of a PoseFrame the overlay shows, and which way round. */
export interface OverlayView {
  readonly mirrored: boolean;
  /** The detector's boxes and the planned crops. */
  readonly boxes: boolean;
  /** The unsmoothed joints, where a frame carries them. */
  readonly raw: boolean;
  /** The hands of the estimator that is not shown, where a frame carries them. */
  readonly compare: boolean;
}

/**
 * Both hands drawn over the picture with Pixi, on a canvas that fills the stage. Everything on it is
 * made once and moved each frame. It owns its canvas, textures and GPU context: dispose it.
 */
export class Overlay implements Disposable {
  readonly #pixi: PixiStage;
  readonly #textures = new OverlayTextures();
  readonly #hands = new HandsLayer(this.#textures, LEAST_RADIUS);
  readonly #boxes = new BoxSprites(this.#textures);
  readonly #compared = new ComparedSprites(this.#textures);
  readonly #gauge: DepthGauge;
  #view: OverlayView = { mirrored: false, boxes: false, raw: false, compare: false };
  #shown: { readonly live: LivePoseFrame; readonly frame: Size } | null = null;

  private constructor(pixi: PixiStage, gaugeLabel: HTMLElement) {
    this.#pixi = pixi;
    this.#gauge = new DepthGauge(this.#textures, gaugeLabel);
    const layers = [this.#boxes, this.#gauge, this.#hands, this.#compared];
    pixi.root.addChild(...layers.map(({ view }) => view));
    pixi.onResize = () => this.#render();
  }

  /**
   * @param stage the overlay's canvas is appended to it and follows its size
   * @param gaugeLabel an empty element over the stage for the gauge's words
   * @throws where the browser gives no WebGL
   */
  static async open(stage: HTMLElement, gaugeLabel: HTMLElement): Promise<Overlay> {
    return new Overlay(await PixiStage.open(stage), gaugeLabel);
  }

  /** Draws one frame's hands; reads nothing of its picture but the size. */
  draw(live: LivePoseFrame): void {
    const { displayWidth: width, displayHeight: height } = live.frame.image;
    this.#shown = { live, frame: { width, height } };
    this.#render();
  }

  /** Changes what is shown, at once and without a new frame. */
  setView(view: OverlayView): void {
    this.#view = view;
    this.#render();
  }

  /** Takes the hands off the stage until the next draw. */
  clear(): void {
    this.#shown = null;
    this.#render();
  }

  #render(): void {
    this.#pixi.root.visible = this.#shown !== null;
    if (this.#shown) {
      const { live, frame } = this.#shown;
      const { size } = this.#pixi;
      const fit = fitFrame(frame, size, this.#view.mirrored);
      this.#hands.place(live, fit, this.#view.raw);
      this.#gauge.place(live, fit, size);
      this.#boxes.view.visible = this.#view.boxes;
      if (this.#view.boxes) this.#boxes.place(live, fit);
      this.#compared.view.visible = this.#view.compare && live.compared !== null;
      if (this.#view.compare && live.compared) this.#compared.place(live.compared, fit);
    } else {
      this.#gauge.hide();
    }
    this.#pixi.render();
  }

  [Symbol.dispose](): void {
    this.#gauge.hide();
    this.#pixi[Symbol.dispose]();
    this.#textures[Symbol.dispose]();
  }
}
