import type { Picture8 } from '../hands/warp-affine.ts';
import { yuvToRgba, type YuvPicture } from './yuv-to-rgba.ts';

const MATRICES: Readonly<Record<string, YuvPicture['matrix']>> = {
  bt709: 'bt709',
  smpte170m: 'bt601',
  bt470bg: 'bt601',
};

/**
 * A frame's pixels as it is shown (turned, in display px), RGBA.
 * @param frame lent
 */
export async function framePicture(frame: VideoFrame): Promise<Picture8> {
  const { displayWidth: width, displayHeight: height, visibleRect, format } = frame;
  const rotation = 'rotation' in frame ? frame.rotation : 0;
  const asStored = rotation === 0 && visibleRect?.width === width && visibleRect.height === height;
  const matrix = MATRICES[frame.colorSpace.matrix ?? ''];

  if (asStored && matrix && (format === 'I420' || format === 'NV12')) {
    const data = new Uint8Array(frame.allocationSize());
    const [y, second, third] = await frame.copyTo(data);
    const plane = (layout: PlaneLayout | undefined, step: number, shift = 0) => ({
      offset: layout!.offset + shift,
      stride: layout!.stride,
      step,
    });
    const [u, v] =
      format === 'I420'
        ? [plane(second, 1), plane(third, 1)]
        : [plane(second, 2), plane(second, 2, 1)];
    const fullRange = frame.colorSpace.fullRange === true;
    return yuvToRgba({ data, width, height, y: plane(y, 1), u, v, matrix, fullRange });
  }
  return drawnPicture(frame);
}

function drawnPicture(frame: VideoFrame): Picture8 {
  const { displayWidth: width, displayHeight: height } = frame;
  const canvas = new OffscreenCanvas(width, height);
  // Over black, as WebGPU sees what is transparent.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })!;
  context.drawImage(frame, 0, 0, width, height);
  return { data: context.getImageData(0, 0, width, height).data, width, height, channels: 4 };
}
