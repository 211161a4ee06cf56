import type { Picture8 } from '../hands/warp-affine.ts';
import { statedColour, storedFrame } from './stored-frame.ts';
import { yuvToRgba } from './yuv-to-rgba.ts';

/**
 * A frame's pixels as it is shown (turned, in display px), RGBA.
 * @param frame lent
 */
export async function framePicture(frame: VideoFrame): Promise<Picture8> {
  const { displayWidth: width, displayHeight: height } = frame;
  const format = storedFrame(frame)?.format;
  const colour = statedColour(frame);

  if (colour && (format === 'I420' || format === 'NV12')) {
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
    return yuvToRgba({ data, width, height, y: plane(y, 1), u, v, ...colour });
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
