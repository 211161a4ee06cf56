import { describe, expect, test } from 'vitest';
import { parseLook } from './pass-through-look.ts';

const USUAL = { layout: 'mono', mirrored: false, ipdMm: 63, fovDegrees: 80, pictureMm: 600 };

describe('the look that was remembered', () => {
  test('is what was kept', () => {
    const look = { layout: 'stereo', mirrored: true, ipdMm: 58, fovDegrees: 95, pictureMm: 1500 };
    expect(parseLook(JSON.stringify(look))).toEqual(look);
  });

  test('is the usual one where there is none, or none that one could use', () => {
    for (const text of [null, '', 'nonsense', 'null', '7', '[]']) {
      expect(parseLook(text)).toEqual(USUAL);
    }
  });

  test('is the usual one in what makes no sense', () => {
    const text = '{"layout":"round","mirrored":1,"ipdMm":500,"fovDegrees":"90","pictureMm":900}';
    expect(parseLook(text)).toEqual({ ...USUAL, pictureMm: 900 });
  });
});
