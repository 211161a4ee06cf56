import { clipSource, type ClipOptions } from './clip.ts';
import type { FrameSource } from './frame-source.ts';
import { pictureSource } from './picture.ts';

/** What file choosers are told to offer. */
export const ACCEPTED_FILES =
  'video/mp4,video/webm,video/quicktime,image/jpeg,image/png,image/webp';

/** A chosen or dropped file as a source: pictures by their type, everything else is tried as a clip. */
export function fileSource(file: File, clipOptions?: ClipOptions): FrameSource {
  return file.type.startsWith('image/') ? pictureSource(file) : clipSource(file, clipOptions);
}
