import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cropTensor } from './crop-tensor.ts';
import golden from './smooth-crop.golden.json' with { type: 'json' };
import { smoothCrop, type PlanarPicture } from './smooth-crop.ts';

const SIZE = 192;
const [WIDTH, HEIGHT] = [480, 360];

/** Slopes, edges and soft discs, RGBA. */
function picture(): Uint8ClampedArray {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  const disc = (dx: number, dy: number, reach: number) =>
    Math.max(0, 230 - ((dx * dx + dy * dy) >> reach));
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at += 4) {
      data[at] = disc(x - 180, y - 120, 5) + ((x + 2 * y) & 31);
      data[at + 1] = disc(x - 250, y - 180, 6) + ((x >> 4) + (y >> 4)) * 3;
      data[at + 2] = disc(x - 210, y - 90, 4) + (((x ^ y) >> 3) & 1) * 40;
      data[at + 3] = 255;
    }
  }
  return data;
}

function interleaved(
  data: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): PlanarPicture {
  const plane = (offset: number) => ({ data, offset, stride: width * 4, step: 4 });
  return { width, height, planes: [plane(0), plane(1), plane(2)], yuv: null };
}

function crop(from: PlanarPicture, box: { x: number; y: number; width: number; height: number }) {
  const into = new Float32Array(3 * SIZE * SIZE);
  smoothCrop(from, box, SIZE, into);
  return into;
}

const square = (x: number, y: number, side: number) => ({ x, y, width: side, height: side });

describe('smoothCrop', () => {
  const data = picture();
  const whole = interleaved(data, WIDTH, HEIGHT);

  test.each(golden.crops)('box $box: as training cuts it', ({ box, samples }) => {
    const [x = 0, y = 0, side = 0] = box;
    const found = crop(whole, square(x, y, side));
    const differences = (samples as [number, number, number, number][]).map(
      ([channel, row, column, value]) =>
        Math.abs(found[(channel * SIZE + row) * SIZE + column]! - value),
    );
    const mean = differences.reduce((a, b) => a + b) / differences.length;
    // Training shrinks first and interpolates then: two grey levels apart, at edges a few more.
    const shrinks = side > SIZE / 0.7;
    expect(mean).toBeLessThan(shrinks ? 0.008 : 1e-5);
    expect(Math.max(...differences)).toBeLessThan(shrinks ? 0.06 : 1e-5);
  });

  test('as OpenCV cuts it, but for the 1/32 px that OpenCV counts in', () => {
    const box = square(150, 100, 260);
    const exact = cropTensor({ data, width: WIDTH, height: HEIGHT, channels: 4 }, [box], SIZE);
    const found = crop(whole, box);
    expect(Math.max(...found.map((value, i) => Math.abs(value - exact[i]!)))).toBeLessThan(0.005);
  });

  test('one colour stays that colour inside the picture, and is black outside', () => {
    const grey = interleaved(new Uint8Array(64 * 48 * 4).fill(153), 64, 48);
    const side = fc.double({ min: 5, max: 40, noNaN: true });
    fc.assert(
      fc.property(side, fc.nat(20), fc.nat(8), (size, x, y) => {
        const inside = crop(grey, square(x + 2, y + 2, Math.min(size, 44 - y - 4)));
        expect(inside.every((value) => Math.abs(value - 0.6) < 1e-5)).toBe(true);
        const outside = crop(grey, square(-size - 3 * x - 10, y, size));
        expect(outside.every((value) => value === 0)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('a picture smaller than what its crop averages', () => {
    const tiny = interleaved(new Uint8Array(2 * 2 * 4).fill(255), 2, 2);
    const found = crop(tiny, square(-960, -960, 1920));
    expect(found.every(Number.isFinite)).toBe(true);
    // 4 px of 10 x 10 px that each pixel of the crop stands for.
    expect(found.reduce((a, b) => a + b) / 3).toBeCloseTo(0.04, 3);
  });

  test('video: grey from black to white, and red', () => {
    const video = (y: number, u: number, v: number): PlanarPicture => {
      const plane = (value: number) => ({
        data: new Uint8Array(64 * 64).fill(value),
        offset: 0,
        stride: 64,
        step: 1,
      });
      const planes = [plane(y), plane(u), plane(v)] as const;
      return { width: 64, height: 64, planes, yuv: { matrix: 'bt601', fullRange: false } };
    };
    const middle = (of: PlanarPicture) => {
      const found = crop(of, square(0, 0, 64));
      return [0, 1, 2].map((channel) => found[(channel * SIZE + 96) * SIZE + 96]);
    };
    expect(middle(video(16, 128, 128))).toEqual([0, 0, 0]);
    expect(middle(video(235, 128, 128))).toEqual([1, 1, 1]);
    middle(video(81, 90, 240)).forEach((value, i) => expect(value).toBeCloseTo([1, 0, 0][i]!, 1));
    // Black past the border, where luma says nothing.
    const outside = crop(video(235, 128, 200), square(-64, 0, 64));
    expect(outside.subarray(0, SIZE).every((value, x) => x > SIZE - 4 || value === 0)).toBe(true);
  });
});
