import type { BoundingBox } from '../hands/bounding-box.ts';
import type { Picture8 } from '../hands/warp-affine.ts';

/** Says which picture an answer is about: answers about another are worth nothing. */
export const CHECK_UP_PICTURE = 'discs 1';

/** What the check-up cuts out: past two of the picture's borders, at a scale that blends pixels. */
export const CHECK_UP_BOX: BoundingBox = { x: 96, y: 44, width: 244, height: 244 };

/** The picture every network is asked about: slopes, edges and soft discs, always the same bytes. */
export function checkUpPicture(): Picture8 {
  const [width, height, channels] = [320, 240, 4];
  const data = new Uint8ClampedArray(width * height * channels);
  const disc = (dx: number, dy: number, reach: number) =>
    Math.max(0, 230 - ((dx * dx + dy * dy) >> reach));
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += channels) {
      data[at] = disc(x - 180, y - 120, 5) + ((x + 2 * y) & 31);
      data[at + 1] = disc(x - 250, y - 180, 6) + ((x >> 4) + (y >> 4)) * 3;
      data[at + 2] = disc(x - 210, y - 90, 4) + (((x ^ y) >> 3) & 1) * 40;
      data[at + 3] = 255;
    }
  }
  return { data, width, height, channels };
}

/** The same picture as a frame; the caller closes it. */
export function checkUpFrame(): VideoFrame {
  const { data, width, height } = checkUpPicture();
  const format = { format: 'RGBA', codedWidth: width, codedHeight: height } as const;
  return new VideoFrame(data, { ...format, timestamp: 0 });
}
