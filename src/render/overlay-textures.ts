import { Texture } from 'pixi.js';

/** The few textures every sprite of the overlay shares; white, so that a tint colours them. */
export class OverlayTextures implements Disposable {
  /** A disc with a dark rim; its outer radius is half the texture. */
  readonly disc = discTexture();
  /** A stick across its height with dark rims, to be stretched along x. */
  readonly stick = stickTexture();

  [Symbol.dispose](): void {
    this.disc.destroy(true);
    this.stick.destroy(true);
  }
}

const RIM = 'rgb(11 14 20 / 0.9)';

function discTexture(): Texture {
  const size = 64;
  const { canvas, pen } = sheet(size, size);
  pen.fillStyle = RIM;
  circle(pen, size / 2, size / 2 - 1);
  pen.fillStyle = '#fff';
  circle(pen, size / 2, size / 2 - 11);
  return smooth(canvas);
}

function stickTexture(): Texture {
  const { canvas, pen } = sheet(8, 32);
  pen.fillStyle = RIM;
  pen.fillRect(0, 2, 8, 28);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 9, 8, 14);
  return smooth(canvas);
}

function sheet(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D canvas');
  return { canvas, pen };
}

function circle(pen: CanvasRenderingContext2D, centre: number, radius: number): void {
  pen.beginPath();
  pen.arc(centre, centre, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** Mipmaps keep the discs round where they are drawn much smaller than 64 px. */
function smooth(canvas: HTMLCanvasElement): Texture {
  const texture = Texture.from(canvas, true);
  texture.source.autoGenerateMipmaps = true;
  texture.source.scaleMode = 'linear';
  return texture;
}
