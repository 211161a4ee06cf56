import { describe, expect, test } from 'vitest';
import { framePart } from './frame-part.ts';

const WIDTH = 64;
const HEIGHT = 48;

interface Fake {
  readonly format: string | null;
  readonly planes?: readonly { readonly step: number; readonly half: boolean }[];
  readonly fill?: number;
  readonly more?: object;
}

/** A frame whose samples tell where they lie: row · 2 + column, of their plane. */
function frame({ format, planes = [], fill, more = {} }: Fake): VideoFrame {
  const layoutOf = (rect: DOMRectReadOnly) => {
    let offset = 0;
    return planes.map(({ step, half }) => {
      const [width, height] = [rect.width, rect.height].map((length) => length / (half ? 2 : 1));
      const layout = { offset, stride: width! * step, width: width!, height: height!, step, half };
      offset += layout.stride * height!;
      return layout;
    });
  };
  const fake = {
    format,
    displayWidth: WIDTH,
    displayHeight: HEIGHT,
    visibleRect: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
    colorSpace: { matrix: 'bt709', fullRange: true },
    allocationSize: ({ rect }: { rect: DOMRectReadOnly }) =>
      layoutOf(rect).reduce((sum, { stride, height }) => sum + stride * height, 0),
    copyTo: (into: Uint8Array, { rect }: { rect: DOMRectReadOnly }) => {
      const layout = layoutOf(rect);
      for (const { offset, stride, width, height, step, half } of layout) {
        const [left, top] = [rect.x, rect.y].map((at) => at / (half ? 2 : 1));
        for (let row = 0; row < height; row++) {
          for (let i = 0; i < width * step; i++) {
            const value =
              fill ?? 2 * (top! + row) + left! + Math.floor(i / step) + 100 * (i % step);
            into[offset + row * stride + i] = value;
          }
        }
      }
      return Promise.resolve(layout);
    },
    ...more,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node has no VideoFrame
  return fake as unknown as VideoFrame;
}

const I420 = {
  format: 'I420',
  planes: [
    { step: 1, half: false },
    { step: 1, half: true },
    { step: 1, half: true },
  ],
};
const NV12 = {
  format: 'NV12',
  planes: [
    { step: 1, half: false },
    { step: 2, half: true },
  ],
};
const RGBA = { format: 'RGBA', planes: [{ step: 4, half: false }] };

const BOX = { x: 21.5, y: 17, width: 10, height: 10 };

/** The first sample of each of a part's channels. */
async function firstSamples(of: Fake) {
  const part = await framePart(frame(of), BOX, 3);
  return part!.picture.planes.map(({ data, offset }) => data[offset]);
}

describe('framePart', () => {
  test('as much as the crop shows and its reach, in whole pairs', async () => {
    const part = await framePart(frame(I420), BOX, 3);
    // From 18.5 to 34.5, and from 14 to 30.
    expect(part!.picture).toMatchObject({ width: 18, height: 16 });
    expect(part!.box).toEqual({ x: 3.5, y: 3, width: 10, height: 10 });
    expect(part!.picture.yuv).toEqual({ matrix: 'bt709', fullRange: true });
    const past = { x: 50, y: -20, width: 30, height: 30 };
    const cut = await framePart(frame(I420), past, 3);
    expect(cut!.picture).toMatchObject({ width: 18, height: 14 });
    expect(cut!.box).toMatchObject({ x: 4, y: -20 });
  });

  test('finds each channel in each format', async () => {
    expect(await firstSamples(I420)).toEqual([46, 23, 23]);
    expect(await firstSamples(NV12)).toEqual([46, 23, 123]);
    const rgbx = { ...RGBA, format: 'RGBX' };
    expect(await firstSamples(rgbx)).toEqual([46, 146, 246]);
    expect(await firstSamples({ ...rgbx, format: 'BGRX' })).toEqual([246, 146, 46]);
  });

  test('what is transparent, turned, stretched, of a rarer format or elsewhere is to be drawn', async () => {
    const isRead = async (of: Fake, box = BOX) => (await framePart(frame(of), box, 3)) !== null;
    expect(await isRead({ ...RGBA, fill: 255 })).toBe(true);
    expect(await isRead({ ...RGBA, fill: 254 })).toBe(false);
    expect(await isRead({ ...I420, more: { rotation: 90 } })).toBe(false);
    expect(await isRead({ ...I420, more: { displayWidth: 2 * WIDTH } })).toBe(false);
    expect(await isRead({ ...I420, format: null })).toBe(false);
    expect(await isRead({ ...I420, format: 'I444' })).toBe(false);
    expect(await isRead(I420, { ...BOX, x: -90 })).toBe(false);
  });

  test('webcams that do not say what their numbers mean are taken for standard ones', async () => {
    const unstated = { ...I420, more: { colorSpace: {} } };
    const part = await framePart(frame(unstated), BOX, 3);
    expect(part!.picture.yuv).toEqual({ matrix: 'bt601', fullRange: false });
  });
});
