import { basename } from 'node:path';
import sharp from 'sharp';
import type { Picture8 } from '../../src/hands/warp-affine.ts';

/**
 * Decodes a picture as the official code does: RGB whatever the file has, EXIF orientation ignored.
 * @throws Error that names the file
 */
export async function readPicture(path: string): Promise<Picture8> {
  try {
    const { data, info } = await sharp(path)
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: info.channels };
  } catch (error) {
    throw new Error(`${basename(path)}: ${(error as Error).message}`, { cause: error });
  }
}
