import type { PoseFrame } from '../hands/pose-frame.ts';
import { HandsLayer } from './hands-layer.ts';
import { OverlayTextures } from './overlay-textures.ts';
import { PictureCanvas } from './picture-canvas.ts';
import { PixiStage } from './pixi-stage.ts';
import type { Size, StageFit } from './stage-fit.ts';

/** Of a joint, stage px: half a phone is small, and looked at through a lens. */
const LEAST_RADIUS = 1.6;

/**
 * What one eye sees: the picture, wherever it lies, and both hands drawn over it with Pixi. It owns
 * all that it puts into its element: dispose it.
 */
export class EyeView implements Disposable {
  readonly #frame: HTMLElement;
  readonly #picture: PictureCanvas;
  readonly #pixi: PixiStage;
  readonly #textures = new OverlayTextures();
  readonly #hands = new HandsLayer(this.#textures, LEAST_RADIUS);

  private constructor(frame: HTMLElement, picture: PictureCanvas, pixi: PixiStage) {
    this.#frame = frame;
    this.#picture = picture;
    this.#pixi = pixi;
    this.#hands.view.visible = false;
    pixi.root.addChild(this.#hands.view);
  }

  /**
   * @param place positioned; what sticks out of it is cut off (pass-through.css)
   * @param onResize called when its size has changed
   * @throws where the browser gives no WebGL
   */
  static async open(place: HTMLElement, onResize: () => void): Promise<EyeView> {
    const pixi = await PixiStage.open(place);
    pixi.onResize = onResize;
    const canvas = document.createElement('canvas');
    const frame = document.createElement('div');
    frame.className = 'eye-picture';
    frame.append(canvas);
    place.prepend(frame);
    return new EyeView(frame, new PictureCanvas(canvas), pixi);
  }

  /** CSS px. */
  get size(): Size {
    return this.#pixi.size;
  }

  /** @param image lent: it is read before this returns */
  paint(image: VideoFrame): void {
    this.#picture.draw(image);
  }

  /** @param frame size of the picture, px */
  place(poses: PoseFrame, fit: StageFit, frame: Size): void {
    const { style } = this.#frame;
    style.width = `${frame.width * fit.scale}px`;
    style.height = `${frame.height * fit.scale}px`;
    style.transform = `translate(${fit.left}px, ${fit.top}px)`;
    this.#picture.mirrored = fit.mirrored;
    this.#hands.view.visible = true;
    this.#hands.place(poses, fit, false);
    this.#pixi.render();
  }

  [Symbol.dispose](): void {
    this.#pixi[Symbol.dispose]();
    this.#textures[Symbol.dispose]();
    this.#picture[Symbol.dispose]();
    this.#frame.remove();
  }
}
