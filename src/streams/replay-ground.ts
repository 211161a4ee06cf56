import type { PoseStreamSource } from '../recording/pose-stream.ts';

/** A calm dark grey, as RGBX. */
const GREY = [38, 41, 46, 255];

/** What a recording without pictures is shown on: a plain picture of the source's size. */
export function plainGround({ width, height }: Pick<PoseStreamSource, 'width' | 'height'>) {
  // Few pixels, shown large.
  const [codedWidth, codedHeight] = [2, 2];
  const pixels = Uint8Array.from({ length: 4 * codedWidth * codedHeight }, (_, i) => GREY[i % 4]!);
  return new VideoFrame(pixels, {
    format: 'RGBX',
    codedWidth,
    codedHeight,
    displayWidth: width,
    displayHeight: height,
    timestamp: 0,
  });
}
