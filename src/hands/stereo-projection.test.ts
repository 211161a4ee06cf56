import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backProject, type CameraIntrinsics } from './camera-intrinsics.ts';
import {
  EYES,
  eyeX,
  otherEye,
  pixelFromEye,
  seenPicture,
  type Eye,
  type StereoViewing,
} from './stereo-projection.ts';
import type { Vec2, Vec3 } from './vectors.ts';

const CAMERA: CameraIntrinsics = { fx: 610, fy: 610, cx: 315, cy: 250, from: 'calibrated' };
const SCREEN = { width: 480, height: 540 };
const VIEWING: StereoViewing = { ipdMm: 63, fovDegrees: 80, pictureMm: 600 };

/** An eye as a pinhole camera of its own, from first principles. */
function pinhole(eye: Eye, [x, y, z]: Vec3, { ipdMm, fovDegrees }: StereoViewing): Vec2 {
  const focal = SCREEN.width / (2 * Math.tan((fovDegrees * Math.PI) / 360));
  const fromEye = eye === 'left' ? x + ipdMm / 2 : x - ipdMm / 2;
  return [SCREEN.width / 2 + (focal * fromEye) / z, SCREEN.height / 2 + (focal * y) / z];
}

/** Where the view draws a point: at a pixel of the picture, wherever that eye sees the picture. */
function drawn(eye: Eye, pixel: Vec2, depthMm: number, viewing: StereoViewing): Vec2 {
  const { scale, left, top } = seenPicture(eye, CAMERA, SCREEN, viewing);
  const [x, y] = pixelFromEye(eye, pixel, depthMm, CAMERA, viewing);
  return [left + scale * x, top + scale * y];
}

const viewings = fc.record({
  ipdMm: fc.double({ min: 50, max: 80, noNaN: true }),
  fovDegrees: fc.double({ min: 30, max: 120, noNaN: true }),
  pictureMm: fc.double({ min: 200, max: 5000, noNaN: true }),
});
const pixels = fc.tuple(
  fc.double({ min: -100, max: 740, noNaN: true }),
  fc.double({ min: -100, max: 580, noNaN: true }),
);
const depths = fc.double({ min: 100, max: 3000, noNaN: true });

describe('stereo projection', () => {
  test('draws every point where two pinhole cameras see it', () => {
    fc.assert(
      fc.property(pixels, depths, viewings, (pixel, depthMm, viewing) => {
        for (const eye of EYES) {
          const seen = pinhole(eye, backProject(pixel, depthMm, CAMERA), viewing);
          const [x, y] = drawn(eye, pixel, depthMm, viewing);
          expect(Math.hypot(x - seen[0], y - seen[1])).toBeLessThan(1e-6);
        }
      }),
    );
  });

  test('the disparity of a joint is focal · ipd / depth, that of the picture at its own distance', () => {
    const focal = SCREEN.width / (2 * Math.tan((40 * Math.PI) / 180));
    const disparity = (depthMm: number) =>
      drawn('left', [400, 200], depthMm, VIEWING)[0] -
      drawn('right', [400, 200], depthMm, VIEWING)[0];
    expect(disparity(300)).toBeCloseTo((focal * 63) / 300, 6);
    expect(disparity(1200)).toBeCloseTo((focal * 63) / 1200, 6);
    const [left, right] = EYES.map((eye) => seenPicture(eye, CAMERA, SCREEN, VIEWING).left);
    expect(left! - right!).toBeCloseTo((focal * 63) / 600, 6);
  });

  test('a point at the distance of the picture lies on it', () => {
    expect(pixelFromEye('left', [400, 200], 600, CAMERA, VIEWING)).toEqual([400, 200]);
  });

  test('without a distance between the eyes both see what the camera saw', () => {
    const flat = { ...VIEWING, ipdMm: 0 };
    expect(drawn('left', [1, 2], 345, flat)).toEqual(drawn('right', [1, 2], 345, flat));
  });

  test('the left eye is to the left', () => {
    expect(eyeX('left', VIEWING)).toBe(-31.5);
    expect(eyeX('right', VIEWING)).toBe(31.5);
    expect(EYES.map(otherEye)).toEqual(['right', 'left']);
  });
});
