import { Application, Container } from 'pixi.js';
import { perHand, type PerHand } from '../hands/hand-side.ts';
import type { LivePoseFrame } from '../streams/live-pose-frame.ts';
import { BoxSprites } from './box-sprites.ts';
import { ComparedSprites } from './compared-sprites.ts';
import { DepthGauge } from './depth-gauge.ts';
import { HAND_TONES } from './hand-colours.ts';
import { HandSprites } from './hand-sprites.ts';
import { OverlayTextures } from './overlay-textures.ts';
import { fitFrame, type Size } from './stage-fit.ts';

/** More device pixels than this per CSS px cost much and show nothing. */
const MAX_RESOLUTION = 2;

/** Hands nearer to level than this keep their order: swapping makes Pixi sort its sprites anew. */
const SWAP_MM = 8;

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
 * Both hands drawn over the picture with Pixi: a transparent WebGL canvas that fills the stage.
 * Everything on it is made once and moved each frame; it renders when it is told to, on no ticker.
 * It owns its canvas, textures and GPU context: dispose it.
 */
export class Overlay implements Disposable {
  readonly #app: Application;
  readonly #stage: HTMLElement;
  readonly #textures = new OverlayTextures();
  readonly #hands: PerHand<HandSprites> = perHand(
    (side) => new HandSprites(this.#textures, HAND_TONES[side]),
  );
  readonly #handsLayer = new Container();
  readonly #boxes = new BoxSprites(this.#textures);
  readonly #compared = new ComparedSprites(this.#textures);
  readonly #gauge: DepthGauge;
  readonly #resized: ResizeObserver;
  #size: Size;
  #view: OverlayView = { mirrored: false, boxes: false, raw: false, compare: false };
  #shown: { readonly live: LivePoseFrame; readonly frame: Size } | null = null;

  private constructor(app: Application, stage: HTMLElement, gaugeLabel: HTMLElement) {
    this.#app = app;
    this.#stage = stage;
    this.#gauge = new DepthGauge(this.#textures, gaugeLabel);
    this.#size = sizeOf(stage);
    const { left, right } = this.#hands;
    this.#handsLayer.addChild(left.view, right.view);
    const layers = [this.#boxes, this.#gauge, { view: this.#handsLayer }, this.#compared];
    app.stage.addChild(...layers.map(({ view }) => view));
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(stage);
  }

  /**
   * @param stage the overlay's canvas is appended to it and follows its size
   * @param gaugeLabel an empty element over the stage for the gauge's words
   * @throws where the browser gives no WebGL
   */
  static async open(stage: HTMLElement, gaugeLabel: HTMLElement): Promise<Overlay> {
    const app = new Application();
    await app.init({
      ...sizeOf(stage),
      preference: 'webgl',
      backgroundAlpha: 0,
      antialias: false,
      autoDensity: true,
      resolution: resolution(),
      autoStart: false,
      sharedTicker: false,
      // Sprites only: no event, accessibility, text or filter systems.
      skipExtensionImports: true,
    });
    app.canvas.setAttribute('aria-hidden', 'true');
    stage.append(app.canvas);
    return new Overlay(app, stage, gaugeLabel);
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
    this.#app.stage.visible = this.#shown !== null;
    if (this.#shown) {
      const { live, frame } = this.#shown;
      const fit = fitFrame(frame, this.#size, this.#view.mirrored);
      this.#hands.right.place(live.hands.right, fit, this.#view.raw);
      this.#hands.left.place(live.hands.left, fit, this.#view.raw);
      this.#putNearerOnTop(live);
      this.#gauge.place(live, fit, this.#size);
      this.#boxes.view.visible = this.#view.boxes;
      if (this.#view.boxes) this.#boxes.place(live, fit);
      this.#compared.view.visible = this.#view.compare && live.compared !== null;
      if (this.#view.compare && live.compared) this.#compared.place(live.compared, fit);
    } else {
      this.#gauge.hide();
    }
    this.#app.render();
  }

  #putNearerOnTop({ relativeDepth }: LivePoseFrame): void {
    if (!relativeDepth || Math.abs(relativeDepth.mm) < SWAP_MM) return;
    const nearer = relativeDepth.mm < 0 ? this.#hands.left.view : this.#hands.right.view;
    if (this.#handsLayer.getChildIndex(nearer) !== 1) this.#handsLayer.setChildIndex(nearer, 1);
  }

  #resize(): void {
    this.#size = sizeOf(this.#stage);
    this.#app.renderer.resize(this.#size.width, this.#size.height, resolution());
    this.#render();
  }

  [Symbol.dispose](): void {
    this.#resized.disconnect();
    this.#gauge.hide();
    this.#app.destroy({ removeView: true }, { children: true });
    this.#textures[Symbol.dispose]();
  }
}

function sizeOf(stage: HTMLElement): Size {
  return { width: Math.max(1, stage.clientWidth), height: Math.max(1, stage.clientHeight) };
}

function resolution(): number {
  return Math.min(MAX_RESOLUTION, window.devicePixelRatio || 1);
}
