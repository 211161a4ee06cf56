import type { Vec2 } from '../hands/vectors.ts';

/** Clockwise. */
export type QuarterTurns = 1 | 2 | 3;

/** The picture, turned. The caller owns it. */
export function turnedPicture(image: VideoFrame, turns: QuarterTurns): VideoFrame {
  const { displayWidth: width, displayHeight: height } = image;
  const across = turns === 2 ? [width, height] : [height, width];
  const canvas = new OffscreenCanvas(across[0]!, across[1]!);
  const context = canvas.getContext('2d', { alpha: false })!;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(image, -width / 2, -height / 2, width, height);
  return new VideoFrame(canvas, { timestamp: image.timestamp });
}

/**
 * Where a point of the turned picture lies in the picture itself.
 * @param point px, the centre of pixel i at i
 * @param size of the picture itself, px
 */
export function turnedBack(
  [u, v]: Vec2,
  turns: QuarterTurns,
  {
    displayWidth: width,
    displayHeight: height,
  }: Pick<VideoFrame, 'displayWidth' | 'displayHeight'>,
): Vec2 {
  if (turns === 1) return [v, height - 1 - u];
  if (turns === 2) return [width - 1 - u, height - 1 - v];
  return [width - 1 - v, u];
}
