import { describe, expect, test } from 'vitest';
import { backProject, type CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { HandPose, PoseFrame } from '../hands/pose-frame.ts';
import { EYES, type Eye } from '../hands/stereo-projection.ts';
import type { Vec2, Vec3 } from '../hands/vectors.ts';
import { stageX, stageY } from './stage-fit.ts';
import { posesFromEye, stereoFit, type StereoLook } from './stereo-fit.ts';

const CAMERA: CameraIntrinsics = { fx: 600, fy: 600, cx: 320, cy: 240, from: 'default' };
const FRAME = { width: 640, height: 480 };
const SCREEN = { width: 400, height: 500 };
const LOOK: StereoLook = { ipdMm: 64, fovDegrees: 90, pictureMm: 700, mirrored: false };

const pixels = Array.from({ length: 21 }, (_, joint): Vec2 => [200 + 10 * joint, 300 - 5 * joint]);
const joints3d = pixels.map((pixel, joint): Vec3 => backProject(pixel, 350 + 4 * joint, CAMERA));
const right: HandPose = {
  score: 1,
  joints2d: pixels,
  joints3d,
  rootDepth: { mm: 350, from: 'hand-size' },
};
const poses: PoseFrame = { index: 0, time: 0, hands: { right, left: null }, relativeDepth: null };

/** Where each joint is drawn in an eye's half of the screen. */
function drawn(eye: Eye, look: StereoLook, shown = poses): Vec2[] {
  const fit = stereoFit(eye, CAMERA, FRAME, SCREEN, look);
  const { joints2d } = posesFromEye(shown, eye, CAMERA, look).hands.right!;
  return joints2d.map(([x, y]): Vec2 => [stageX(fit, x), stageY(fit, y)]);
}

/** Where an eye sees a point: a pinhole 32 mm aside that sees 90 degrees across 400 px. */
function seen(eye: Eye, [x, y, z]: Vec3): Vec2 {
  const aside = eye === 'left' ? 32 : -32;
  return [200 + (200 * (x + aside)) / z, 250 + (200 * y) / z];
}

describe('the stereo fit', () => {
  test('draws each joint where that eye sees it', () => {
    for (const eye of EYES) {
      for (const [joint, [x, y]] of drawn(eye, LOOK).entries()) {
        const expected = seen(eye, joints3d[joint]!);
        expect(x).toBeCloseTo(expected[0], 6);
        expect(y).toBeCloseTo(expected[1], 6);
      }
    }
  });

  test('mirrored, draws the mirrored scene: near things stay near', () => {
    for (const eye of EYES) {
      for (const [joint, [x, y]] of drawn(eye, { ...LOOK, mirrored: true }).entries()) {
        const [px, py, pz] = joints3d[joint]!;
        const expected = seen(eye, [-px, py, pz]);
        expect(x).toBeCloseTo(expected[0], 6);
        expect(y).toBeCloseTo(expected[1], 6);
      }
    }
  });

  test('keeps joints that are nearer than eyes can look at a distance', () => {
    const behind = { ...right, joints3d: joints3d.map(([x, y]): Vec3 => [x, y, -20]) };
    const at100 = { ...right, joints3d: joints3d.map(([x, y]): Vec3 => [x, y, 100]) };
    const shown = (hand: HandPose) => ({ ...poses, hands: { right: hand, left: null } });
    expect(drawn('left', LOOK, shown(behind))).toEqual(drawn('left', LOOK, shown(at100)));
  });

  test('leaves an absent hand absent', () => {
    expect(posesFromEye(poses, 'left', CAMERA, LOOK).hands.left).toBeNull();
  });
});
