/**
 * The picture under the overlay: a plain 2D canvas of the frame's own size that CSS letterboxes
 * and mirrors. Drawn here instead of into a Pixi texture because uploading a VideoFrame to a
 * software WebGL costs 8 ms (640x480) to 25 ms (1280x720) of the main thread, this 0.6 ms.
 */
export class PictureCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #pen: CanvasRenderingContext2D;

  constructor(canvas: HTMLCanvasElement) {
    const pen = canvas.getContext('2d', { alpha: false });
    if (!pen) throw new Error('no 2D canvas');
    this.#canvas = canvas;
    this.#pen = pen;
  }

  /** @param image lent: it is read before this returns */
  draw(image: VideoFrame): void {
    const { displayWidth, displayHeight } = image;
    if (this.#canvas.width !== displayWidth || this.#canvas.height !== displayHeight) {
      this.#canvas.width = displayWidth;
      this.#canvas.height = displayHeight;
    }
    this.#pen.drawImage(image, 0, 0, displayWidth, displayHeight);
  }

  clear(): void {
    this.#pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }
}
