import { clipSource, type ClipOptions } from './clip.ts';
import type { FrameSource } from './frame-source.ts';
import { pictureSource } from './picture.ts';

/** Whether a file is a picture by its type, or by its name where the system knows no type. */
export function isPictureFile({ type, name }: File): boolean {
  return type.startsWith('image/') || /\.(jpe?g|png|webp)$/i.test(name);
}

/** A chosen or dropped file as a source; what is no picture is tried as a clip, which says why not. */
export function fileSource(file: File, clipOptions?: ClipOptions): FrameSource {
  return isPictureFile(file) ? pictureSource(file) : clipSource(file, clipOptions);
}
