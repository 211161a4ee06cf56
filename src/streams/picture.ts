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
  const frames = framesFrom(() => pullPicture(file));
  return { kind: 'picture', name: file.name, pace: 'every-frame', frames };
}

async function* pullPicture(file: File): AsyncGenerator<FrameContent> {
  yield { image: await decodePicture(file), index: 0, timeMs: 0 };
}

async function decodePicture(file: File): Promise<VideoFrame> {
  try {
    using bitmap = closing(await createImageBitmap(file, { imageOrientation: 'from-image' }));
    const { width, height } = bitmap.image;
    const scale = Math.min(1, LARGEST_PICTURE_SIDE / Math.max(width, height));
    if (scale === 1) return new VideoFrame(bitmap.image, { timestamp: 0 });
    using smaller = closing(
      await createImageBitmap(bitmap.image, {
        resizeWidth: Math.max(1, Math.round(width * scale)),
        resizeHeight: Math.max(1, Math.round(height * scale)),
        resizeQuality: 'high',
      }),
    );
    return new VideoFrame(smaller.image, { timestamp: 0 });
  } catch {
    throw new SourceFailure({ type: 'not-a-picture', name: file.name });
  }
}

function closing(image: ImageBitmap): Disposable & { readonly image: ImageBitmap } {
  return { image, [Symbol.dispose]: () => image.close() };
}
