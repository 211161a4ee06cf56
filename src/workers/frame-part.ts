import type { BoundingBox } from '../hands/bounding-box.ts';
import type { Plane } from '../hands/resample-plane.ts';
import type { PlanarPicture } from '../hands/smooth-crop.ts';
import { statedColour, storedFrame } from './stored-frame.ts';

/** As much of a frame as a crop shows, and where the crop lies in it. */
export interface FramePart {
  readonly picture: PlanarPicture;
  /** px of the part. */
  readonly box: BoundingBox;
}

/** [plane, byte of its first sample, bytes from one sample to the next] of a channel. */
type Channel = readonly [plane: number, first: number, step: number];

/** The three channels of each format that is read as it is stored. */
const CHANNELS: Partial<Record<VideoPixelFormat, readonly [Channel, Channel, Channel]>> = {
  I420: [
    [0, 0, 1],
    [1, 0, 1],
    [2, 0, 1],
  ],
  NV12: [
    [0, 0, 1],
    [1, 0, 2],
    [1, 1, 2],
  ],
  RGBA: [
    [0, 0, 4],
    [0, 1, 4],
    [0, 2, 4],
  ],
  RGBX: [
    [0, 0, 4],
    [0, 1, 4],
    [0, 2, 4],
  ],
  BGRA: [
    [0, 2, 4],
    [0, 1, 4],
    [0, 0, 4],
  ],
  BGRX: [
    [0, 2, 4],
    [0, 1, 4],
    [0, 0, 4],
  ],
};

/** Video that does not say what its numbers mean is mostly a webcam's. */
const UNSTATED = { matrix: 'bt601', fullRange: false } as const;

/**
 * Copies what a crop shows out of a frame, as it is stored: a fraction of what drawing the frame and
 * reading it back takes.
 * @param frame lent
 * @param reach how far past the box samples count, px
 * @returns null where the frame has to be drawn: turned, stretched, transparent, of a rarer format,
 *   or with nothing of it in the box
 */
export async function framePart(
  frame: VideoFrame,
  box: BoundingBox,
  reach: number,
): Promise<FramePart | null> {
  const stored = storedFrame(frame);
  const channels = stored && CHANNELS[stored.format];
  if (!channels) return null;
  const { visible, format } = stored;
  const x = span(box.x, box.width, reach, visible.width);
  const y = span(box.y, box.height, reach, visible.height);
  const rect = { x: x.from, y: y.from, width: x.length, height: y.length };
  if (Object.values({ ...rect, left: visible.x, top: visible.y }).some((value) => value % 2)) {
    return null;
  }
  if (rect.width <= 0 || rect.height <= 0) return null;
  const inStored = { ...rect, x: rect.x + visible.x, y: rect.y + visible.y };
  const data = new Uint8Array(frame.allocationSize({ rect: inStored }));
  const layout = await frame.copyTo(data, { rect: inStored });
  if (format.endsWith('A') && !isOpaque(data)) return null;
  const plane = ([index, first, step]: Channel): Plane => {
    const { offset, stride } = layout[index]!;
    return { data, offset: offset + first, stride, step };
  };
  const [first, second, third] = channels;
  const yuv = /^[RB]/.test(format) ? null : (statedColour(frame) ?? UNSTATED);
  return {
    picture: {
      width: rect.width,
      height: rect.height,
      planes: [plane(first), plane(second), plane(third)],
      yuv,
    },
    box: { ...box, x: box.x - rect.x, y: box.y - rect.y },
  };
}

/** What is needed of `length` px, in whole pairs: video has one colour for each. */
function span(start: number, size: number, reach: number, length: number) {
  const from = Math.max(0, 2 * Math.floor((start - reach) / 2));
  const to = Math.min(length, 2 * Math.ceil((start + size + reach) / 2));
  return { from, length: to - from };
}

/** Whether every fourth byte is full. */
function isOpaque(data: Uint8Array): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false;
  return true;
}
