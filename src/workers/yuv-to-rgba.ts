import type { Picture8 } from '../hands/warp-affine.ts';
import { yuvGains, type YuvColour } from '../hands/yuv-colour.ts';

/** Where one plane's samples lie, in bytes; `step` leads from one sample to the next. */
export interface YuvPlane {
  readonly offset: number;
  readonly stride: number;
  readonly step: number;
}

/** 8-bit video with one colour sample for 2 x 2 px (I420, NV12), as VideoFrame.copyTo gives it. */
export interface YuvPicture extends YuvColour {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly y: YuvPlane;
  readonly u: YuvPlane;
  readonly v: YuvPlane;
}

/**
 * Turns video into RGBA as GPUs do: colour samples lie in the middle of their four pixels and are
 * blended between. (VideoFrame.copyTo repeats them instead, up to 100 grey levels away at edges, and
 * a network's numbers would depend on where it runs.)
 */
export function yuvToRgba(picture: YuvPicture): Picture8 {
  const { data, width, height, y: luma } = picture;
  const gains = yuvGains(picture);
  const { black, level: yGain } = gains;
  // Chroma comes 16-fold from the blending.
  const [redV, greenU, greenV, blueU] = [
    gains.redV / 16,
    gains.greenU / 16,
    gains.greenV / 16,
    gains.blueU / 16,
  ];

  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  const chromaWidth = Math.ceil(width / 2);
  const u = new Int32Array(chromaWidth);
  const v = new Int32Array(chromaWidth);
  for (let row = 0, to = 0; row < height; row++) {
    blendRows(picture, picture.u, row, u);
    blendRows(picture, picture.v, row, v);
    for (let column = 0; column < width; column++, to += 4) {
      const near = column >> 1;
      const far = neighbour(column, chromaWidth);
      const level = (data[luma.offset + row * luma.stride + column * luma.step]! - black) * yGain;
      const du = 3 * u[near]! + u[far]! - 2048;
      const dv = 3 * v[near]! + v[far]! - 2048;
      // A clamped array rounds and limits.
      rgba[to] = level + redV * dv;
      rgba[to + 1] = level + greenU * du + greenV * dv;
      rgba[to + 2] = level + blueU * du;
    }
  }
  return { data: rgba, width, height, channels: 4 };
}

/** The colour samples beside a row of pixels, 4-fold: three parts of the near row, one of the far. */
function blendRows(
  { data, height }: YuvPicture,
  { offset, stride, step }: YuvPlane,
  row: number,
  into: Int32Array,
): void {
  const near = offset + (row >> 1) * stride;
  const far = offset + neighbour(row, Math.ceil(height / 2)) * stride;
  for (let i = 0; i < into.length; i++) {
    into[i] = 3 * data[near + i * step]! + data[far + i * step]!;
  }
}

/** The second nearest colour sample of a pixel; at the picture's edge the nearest once more. */
function neighbour(pixel: number, samples: number): number {
  const near = pixel >> 1;
  return pixel % 2 === 0 ? Math.max(near - 1, 0) : Math.min(near + 1, samples - 1);
}
