/** Paints frames on a canvas that the page has handed over, beside the page's own work. */
export class PicturePainter {
  #pen: OffscreenCanvasRenderingContext2D | null = null;

  /** @param canvas given: it is this painter's from now on */
  open(canvas: OffscreenCanvas): void {
    this.#pen = canvas.getContext('2d', { alpha: false });
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
