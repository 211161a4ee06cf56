import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { FrameContent } from './frame.ts';
import type { FrameSource } from './frame-source.ts';
import { framesFrom } from './frames-from.ts';
import { SourceFailure } from './source-failure.ts';

/** What a file of uncompressed frames does not say itself. */
export interface RawFramesOptions {
  /** px. */
  readonly width: number;
  readonly height: number;
  readonly frameCount: number;
  /** Frames a second. */
  readonly frameRate: number;
  /** Where the first frame begins, bytes. Default 0. */
  readonly offset?: number;
  /** The camera that took them, where it is known. */
  readonly camera?: CameraIntrinsics;
}

/**
 * Uncompressed frames in a file, RGB, row by row, one after the other: every frame, in order.
 * Errors with SourceFailure 'clip-broken' where the file ends before the last.
 */
export function rawFramesSource(file: File, options: RawFramesOptions): FrameSource {
  const frames = framesFrom(() => pullRaw(file, options));
  return { kind: 'clip', name: file.name, pace: 'every-frame', frames };
}

async function* pullRaw(file: File, options: RawFramesOptions): AsyncGenerator<FrameContent> {
  const { width, height, frameCount, frameRate, offset = 0, camera } = options;
  const length = width * height * 3;
  for (let index = 0; index < frameCount; index++) {
    const start = offset + index * length;
    const rgb = new Uint8Array(await file.slice(start, start + length).arrayBuffer());
    if (rgb.length < length) {
      const reason = `it ends before frame ${index + 1} of ${frameCount}`;
      throw new SourceFailure({ type: 'clip-broken', name: file.name, framesRead: index, reason });
    }
    const timeMs = (index * 1000) / frameRate;
    const image = new VideoFrame(withAlpha(rgb), {
      format: 'RGBX',
      codedWidth: width,
      codedHeight: height,
      timestamp: Math.round(timeMs * 1000),
    });
    yield { image, index, timeMs, ...(camera && { camera }) };
  }
}

/** RGB to RGBX, the nearest that WebCodecs knows. */
function withAlpha(rgb: Uint8Array): Uint8Array<ArrayBuffer> {
  const rgbx = new Uint8Array((rgb.length / 3) * 4);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    rgbx[to] = rgb[from]!;
    rgbx[to + 1] = rgb[from + 1]!;
    rgbx[to + 2] = rgb[from + 2]!;
    rgbx[to + 3] = 255;
  }
  return rgbx;
}
