import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backProject,
  defaultIntrinsics,
  intrinsicsFromFieldOfView,
  projectPoint,
} from './camera-intrinsics.ts';

describe('intrinsics', () => {
  it('spans the field of view from edge to edge', () => {
    const camera = intrinsicsFromFieldOfView(640, 480, 90);
    expect(camera.fx).toBeCloseTo(320, 9);
    expect(camera).toMatchObject({ fy: camera.fx, cx: 320, cy: 240, from: 'field-of-view' });
    const [x, , z] = backProject([0, 240], 1000, intrinsicsFromFieldOfView(640, 480, 60));
    expect((Math.atan2(x, z) * 180) / Math.PI).toBeCloseTo(-30, 9);
  });

  it('defaults to a focal length of the longer side', () => {
    expect(defaultIntrinsics(640, 480)).toEqual({
      fx: 640,
      fy: 640,
      cx: 320,
      cy: 240,
      from: 'default',
    });
    expect(defaultIntrinsics(480, 640).fx).toBe(640);
  });

  it.each([0, -10, 180, Number.NaN])('refuses a field of view of %d degrees', (degrees) => {
    expect(() => intrinsicsFromFieldOfView(640, 480, degrees)).toThrow(RangeError);
  });

  it('refuses a picture without pixels', () => {
    expect(() => defaultIntrinsics(0, 480)).toThrow(RangeError);
    expect(() => intrinsicsFromFieldOfView(640, Number.NaN, 60)).toThrow(RangeError);
  });
});

describe('projectPoint and backProject', () => {
  const camera = { fx: 1250, fy: 1260, cx: 157, cy: 258, from: 'calibrated' } as const;

  it('projects by depth', () => {
    const [x, y] = projectPoint([100, -50, 500], camera);
    expect(x).toBeCloseTo(157 + 250, 6);
    expect(y).toBeCloseTo(258 - 126, 6);
  });

  it('stays finite at depth 0', () => {
    expect(projectPoint([1, 1, 0], camera).every(Number.isFinite)).toBe(true);
  });

  it('leads there and back', () => {
    const pixel = fc.double({ min: -2000, max: 2000, noNaN: true });
    const depth = fc.double({ min: 100, max: 3000, noNaN: true });
    fc.assert(
      fc.property(pixel, pixel, depth, (x, y, z) => {
        const [u, v] = projectPoint(backProject([x, y], z, camera), camera);
        // The guard moves a pixel by 1e-8 / z of its distance from the principal point.
        expect(Math.abs(u - x)).toBeLessThan(1e-6);
        expect(Math.abs(v - y)).toBeLessThan(1e-6);
      }),
    );
  });
});
