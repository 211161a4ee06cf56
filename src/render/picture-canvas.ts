import { CanvasPainter } from '../workers/canvas-painter.ts';

/**
 * The picture under the overlay: a 2D canvas of the frame's own size that CSS letterboxes and
 * mirrors, painted by a worker. On a machine without a GPU a VideoFrame costs the thread that draws
 * it 1 to 4 ms (640x480; 8 ms and more as a Pixi texture), its clone for the worker 0.1 ms.
 */
export class PictureCanvas implements Disposable {
  #canvas: HTMLCanvasElement;
  #painter: CanvasPainter;

  /** @param canvas in the page; replaced by a copy of itself should its worker die */
  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#painter = new CanvasPainter(canvas);
  }

  /** @param image lent: it is read before this returns */
  draw(image: VideoFrame): void {
    if (this.#painter.ended) this.#replace();
    this.#painter.draw(image);
  }

  set mirrored(mirrored: boolean) {
    this.#canvas.classList.toggle('mirrored', mirrored);
  }

  clear(): void {
    this.#painter.clear();
  }

  [Symbol.dispose](): void {
    this.#painter[Symbol.dispose]();
  }

  /** A canvas can be handed over only once. */
  #replace(): void {
    const fresh = document.createElement('canvas');
    for (const { name, value } of this.#canvas.attributes) fresh.setAttribute(name, value);
    this.#canvas.replaceWith(fresh);
    this.#canvas = fresh;
    this.#painter = new CanvasPainter(fresh);
  }
}
