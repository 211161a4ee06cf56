import type { YuvColour } from '../hands/yuv-colour.ts';

/** A frame that is shown as it is stored: not turned, not stretched. */
export interface StoredFrame {
  readonly visible: DOMRectReadOnly;
  readonly format: VideoPixelFormat;
}

/** @returns null where the frame is to be drawn to be seen as it is shown */
export function storedFrame(frame: VideoFrame): StoredFrame | null {
  const { displayWidth: width, displayHeight: height, visibleRect: visible, format } = frame;
  const rotation = 'rotation' in frame ? frame.rotation : 0;
  const asStored = rotation === 0 && visible?.width === width && visible.height === height;
  return asStored && format ? { visible, format } : null;
}

const MATRICES: Readonly<Record<string, YuvColour['matrix']>> = {
  bt709: 'bt709',
  smpte170m: 'bt601',
  bt470bg: 'bt601',
};

/** How a frame's luma and chroma stand for colours; null where it does not say so. */
export function statedColour({ colorSpace }: VideoFrame): YuvColour | null {
  const matrix = MATRICES[colorSpace.matrix ?? ''];
  return matrix ? { matrix, fullRange: colorSpace.fullRange === true } : null;
}
