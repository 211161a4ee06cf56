import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { hasGolden, readSharedJson, sharedPath } from '../../tests/golden.ts';
import { cropAffine } from '../../src/hands/crop-affine.ts';
import { warpAffine, warpAffine8 } from '../../src/hands/warp-affine.ts';
import { readPicture } from './read-picture.ts';

type Rgb = [number, number, number];

interface PrepReal {
  sample_xy: [number, number][];
  cases: {
    file: string;
    size_wh: [number, number];
    raw_mean_rgb: Rgb;
    raw_pixels: { xy: [number, number]; rgb: Rgb }[];
    processed_bbox_xywh: [number, number, number, number];
    crop_mean_rgb: Rgb;
    crop_samples_rgb: Rgb[];
    mmpose: { crop_mean_rgb: Rgb; crop_samples_rgb: Rgb[] };
  }[];
}

describe.skipIf(!hasGolden)('real pictures and their crops (needs ../shared)', () => {
  const golden = hasGolden ? readSharedJson<PrepReal>('golden/prep_real_images.json') : null;

  test.each(golden?.cases ?? [])('$file', async (expected) => {
    const picture = await readPicture(
      sharedPath(`data/interhand2.6m/${basename(expected.file).replace(/^input/, 'demo_input')}`),
    );
    expect([picture.width, picture.height, picture.channels]).toEqual([...expected.size_wh, 3]);
    for (const { xy, rgb } of expected.raw_pixels) {
      expect(pixelAt(picture.data, picture.width, xy)).toEqual(rgb);
    }
    meansOf(picture.data).forEach((mean, c) => {
      expect(mean).toBeCloseTo(expected.raw_mean_rgb[c]!, 4);
    });

    const [x, y, width, height] = expected.processed_bbox_xywh;
    const { forward } = cropAffine({ x, y, width, height }, 256);
    for (const [crop, of] of [
      [warpAffine(picture, forward, 256), expected],
      [warpAffine8(picture, forward, 256), expected.mmpose],
    ] as const) {
      golden!.sample_xy.forEach((xy, i) => {
        pixelAt(crop, 256, xy).forEach((value, c) => {
          expect(Math.abs(value - of.crop_samples_rgb[i]![c]!)).toBeLessThanOrEqual(0.01);
        });
      });
      meansOf(crop).forEach((mean, c) => {
        expect(Math.abs(mean - of.crop_mean_rgb[c]!)).toBeLessThan(0.005);
      });
    }
  });
});

describe('readPicture', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handstream-picture-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('makes three channels of gray and of transparent pictures, and leaves them unturned', async () => {
    const gray = join(folder, 'gray.png');
    await sharp(Buffer.from([10, 200]), { raw: { width: 2, height: 1, channels: 1 } })
      .toColourspace('b-w')
      .toFile(gray);
    const turned = join(folder, 'turned.png');
    await sharp(Buffer.from([1, 2, 3, 255, 4, 5, 6, 255]), {
      raw: { width: 2, height: 1, channels: 4 },
    })
      .withMetadata({ orientation: 6 })
      .toFile(turned);
    expect(Array.from((await readPicture(gray)).data)).toEqual([10, 10, 10, 200, 200, 200]);
    const picture = await readPicture(turned);
    expect(picture).toMatchObject({ width: 2, height: 1, channels: 3 });
    expect(Array.from(picture.data)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('names the file that is none', async () => {
    await expect(readPicture(join(folder, 'absent.jpg'))).rejects.toThrow('absent.jpg');
  });
});

function pixelAt(data: ArrayLike<number>, width: number, [x, y]: [number, number]): number[] {
  return [0, 1, 2].map((c) => data[(y * width + x) * 3 + c]!);
}

function meansOf(data: ArrayLike<number>): number[] {
  return [0, 1, 2].map((c) => {
    let sum = 0;
    for (let i = c; i < data.length; i += 3) sum += data[i]!;
    return sum / (data.length / 3);
  });
}
