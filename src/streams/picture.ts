import type { FrameContent } from './frame.ts';
import type { FrameSource } from './frame-source.ts';
import { framesFrom } from './frames-from.ts';
import { SourceFailure } from './source-failure.ts';

/** Longer side, px, above which a picture is scaled down: larger ones exceed some GPUs' textures. */
export const LARGEST_PICTURE_SIDE = 4096;

/**
 * One Frame of a jpeg, png or webp file, upright as its EXIF orientation says, then the end.
 * Errors with SourceFailure 'not-a-picture'.
 */
export function pictureSource(file: File): FrameSource {
  return { kind: 'picture', name: file.name, frames: framesFrom(() => pullPicture(file)) };
}

async function* pullPicture(file: File): AsyncGenerator<FrameContent> {
  yield { image: await decodePicture(file), index: 0, timeMs: 0 };
}

async function decodePicture(file: File): Promise<VideoFrame> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new SourceFailure({ type: 'not-a-picture', name: file.name });
  }
  const longest = Math.max(bitmap.width, bitmap.height);
  if (longest > LARGEST_PICTURE_SIDE) {
    const scale = LARGEST_PICTURE_SIDE / longest;
    const smaller = await createImageBitmap(bitmap, {
      resizeWidth: Math.round(bitmap.width * scale),
      resizeHeight: Math.round(bitmap.height * scale),
      resizeQuality: 'high',
    });
    bitmap.close();
    bitmap = smaller;
  }
  try {
    return new VideoFrame(bitmap, { timestamp: 0 });
  } finally {
    bitmap.close();
  }
}
