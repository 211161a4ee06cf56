type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** Paints frames on a canvas: in a worker that the page has handed it to, or in the page. */
export class PicturePainter {
  #pen: Pen | null = null;

  /** @param canvas given: it is this painter's from now on */
  open(canvas: OffscreenCanvas): void {
    this.paintWith(canvas.getContext('2d', { alpha: false }));
  }

  /** @param pen of the canvas to paint on, or null where the browser gives none */
  paintWith(pen: Pen | null): void {
    this.#pen = pen;
  }

  /** @param image given: closed here, whatever happens */
  draw(image: VideoFrame): void {
    const { displayWidth, displayHeight } = image;
    try {
      const pen = this.#pen;
      if (!pen) throw new Error('draw before open, or no 2D canvas');
      const { canvas } = pen;
      if (canvas.width !== displayWidth || canvas.height !== displayHeight) {
        canvas.width = displayWidth;
        canvas.height = displayHeight;
      }
      pen.drawImage(image, 0, 0, displayWidth, displayHeight);
    } finally {
      image.close();
    }
  }

  clear(): void {
    this.#pen?.clearRect(0, 0, this.#pen.canvas.width, this.#pen.canvas.height);
  }
}
