import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yuvToRgba, type YuvPicture } from './yuv-to-rgba.ts';

/** 4 x 2 px of one luma, two colour samples. */
function picture(luma: number, u: [number, number], v: [number, number]): YuvPicture {
  return {
    data: Uint8Array.of(...Array.from({ length: 8 }, () => luma), ...u, ...v),
    width: 4,
    height: 2,
    y: { offset: 0, stride: 4, step: 1 },
    u: { offset: 8, stride: 2, step: 1 },
    v: { offset: 10, stride: 2, step: 1 },
    matrix: 'bt709',
    fullRange: false,
  };
}

const rgb = (yuv: YuvPicture, pixel = 0) =>
  Array.from(yuvToRgba(yuv).data.subarray(4 * pixel, 4 * pixel + 3));

describe('yuvToRgba', () => {
  test('knows black, white and the primaries of BT.709 and BT.601', () => {
    expect(rgb(picture(16, [128, 128], [128, 128]))).toEqual([0, 0, 0]);
    expect(rgb(picture(235, [128, 128], [128, 128]))).toEqual([255, 255, 255]);
    // Luma of full red is 62.6, rounded to 63: a trace of green.
    expect(rgb(picture(63, [102, 102], [240, 240]))).toEqual([255, 1, 0]);
    const red601 = { ...picture(81, [90, 90], [240, 240]), matrix: 'bt601' } as const;
    expect(rgb(red601)).toEqual([254, 0, 0]);
  });

  test('takes luma as it is where the range is full', () => {
    const grey = { ...picture(16, [128, 128], [128, 128]), fullRange: true };
    expect(rgb(grey)).toEqual([16, 16, 16]);
  });

  test('blends colour between the middles of its samples', () => {
    // Halves of the way would be 1/4, 3/4 between pixels 1 and 2; the edges keep their own sample.
    const yuv = { ...picture(128, [128, 128], [128, 168]), fullRange: true };
    const red = [0, 1, 2, 3].map((pixel) => rgb(yuv, pixel)[0]);
    const gain = 2 * (1 - 0.2126);
    expect(red).toEqual([128, 128 + gain * 10, 128 + gain * 30, 128 + gain * 40].map(Math.round));
  });

  test('reads interleaved colour (NV12) as it reads planes', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, byte, byte, (y, u0, u1, v0, v1) => {
        const planes = picture(y, [u0, u1], [v0, v1]);
        const interleaved = {
          ...planes,
          data: Uint8Array.of(...planes.data.slice(0, 8), u0, v0, u1, v1),
          u: { offset: 8, stride: 4, step: 2 },
          v: { offset: 9, stride: 4, step: 2 },
        };
        expect(yuvToRgba(interleaved)).toEqual(yuvToRgba(planes));
      }),
    );
  });
});
