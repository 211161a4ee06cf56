import { CanvasPainter } from '../workers/canvas-painter.ts';
import { PicturePainter } from '../workers/picture-painter.ts';

/** Workers that may die before the page paints for itself. */
const MAX_WORKERS = 3;

/**
 * The picture under the overlay: a 2D canvas of the frame's own size that CSS letterboxes and
 * mirrors, painted by a worker. On a machine without a GPU a VideoFrame costs the thread that draws
 * it 1 to 4 ms (640x480; 8 ms and more as a Pixi texture), its clone for the worker 0.1 ms. Where
 * workers keep dying, the page paints it.
 */
export class PictureCanvas implements Disposable {
  #canvas: HTMLCanvasElement;
  #painter: CanvasPainter | null;
  #local: PicturePainter | null = null;
  #workers = 1;

  /** @param canvas in the page; replaced by a copy of itself should its worker die */
  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#painter = new CanvasPainter(canvas);
  }

  /** @param image lent: it is read before this returns */
  draw(image: VideoFrame): void {
    if (this.#painter?.ended) this.#replace();
    this.#painter?.draw(image);
    this.#local?.draw(image.clone());
  }

  set mirrored(mirrored: boolean) {
    this.#canvas.classList.toggle('mirrored', mirrored);
  }

  clear(): void {
    this.#painter?.clear();
    this.#local?.clear();
  }

  [Symbol.dispose](): void {
    this.#painter?.[Symbol.dispose]();
  }

  /** A canvas can be handed over only once. */
  #replace(): void {
    const fresh = document.createElement('canvas');
    for (const { name, value } of this.#canvas.attributes) fresh.setAttribute(name, value);
    this.#canvas.replaceWith(fresh);
    this.#canvas = fresh;
    if (this.#workers < MAX_WORKERS) {
      this.#workers += 1;
      this.#painter = new CanvasPainter(fresh);
    } else {
      this.#painter = null;
      this.#local = new PicturePainter();
      this.#local.paintWith(fresh.getContext('2d', { alpha: false }));
    }
  }
}
