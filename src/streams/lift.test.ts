import { lastValueFrom, of } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { fakeFrame } from '../../tests/fake-frame.ts';
import { REAL_BONE_LENGTHS_MM } from '../hands/bone-lengths.ts';
import { defaultIntrinsics, projectPoint } from '../hands/camera-intrinsics.ts';
import type { HandEstimate } from '../hands/hand-estimate.ts';
import { BONES } from '../hands/joints.ts';
import type { Vec3 } from '../hands/vectors.ts';
import type { Estimated } from './estimate.ts';
import { lift, type LiftOptions } from './lift.ts';

const CAMERA = defaultIntrinsics(640, 480);

/** A flat open hand with real bones, its wrist at (x, 0, depth) mm, as an estimator would see it. */
function handAt(x: number, depthMm: number): HandEstimate {
  const joints: Vec3[] = [[x, 0, depthMm]];
  for (const [bone, [parent, child]] of BONES.entries()) {
    const [px, py, pz] = joints[parent]!;
    const angle = (Math.floor((child - 1) / 4) - 2) * 0.3;
    const length = REAL_BONE_LENGTHS_MM[bone]!;
    joints[child] = [px + length * Math.sin(angle), py - length * Math.cos(angle), pz];
  }
  return {
    score: 0.9,
    joints: joints.map((joint): Vec3 => {
      const [u, v] = projectPoint(joint, CAMERA);
      return [u, v, joint[2] - depthMm];
    }),
  };
}

async function lifted(
  hands: Estimated['estimate']['hands'],
  relativeDepthMm: number | null = null,
  options: LiftOptions = {},
  relativeDepthTrust?: number,
) {
  const input = {
    frame: fakeFrame({ index: 0 }),
    timings: {},
    estimate: { hands, relativeDepthMm, relativeDepthTrust },
  } as unknown as Estimated; // all that lift reads
  return lastValueFrom(of(input).pipe(lift(options, {})));
}

describe('lift', () => {
  test('root depths from the size of the hands, relative depth their difference', async () => {
    const { lifted: both, relativeDepth } = await lifted({
      right: handAt(-100, 500),
      left: handAt(100, 620),
    });
    expect(both.right?.rootDepth.mm).toBeCloseTo(500, 6);
    expect(both.left?.rootDepth).toMatchObject({ from: 'hand-size' });
    expect(relativeDepth?.mm).toBeCloseTo(120, 6);
    expect(relativeDepth?.from).toBe('hand-size');
  });

  test("a network's relative depth places the left hand: Z_L = Z_R + z_R→L", async () => {
    const hands = { right: handAt(-100, 500), left: handAt(100, 620) };
    const { lifted: both, relativeDepth } = await lifted(hands, -40);
    expect(both.left?.rootDepth.mm).toBeCloseTo(460, 6);
    expect(both.left?.rootDepth.from).toBe('internet');
    expect(both.right?.rootDepth.from).toBe('hand-size');
    expect(relativeDepth).toEqual({ mm: expect.closeTo(-40, 6) as number, from: 'internet' });
  });

  test.each([
    [1, -40, 'internet'],
    [0.5, 40, 'internet'],
    [0.25, 80, 'hand-size'],
    [0, 120, 'hand-size'],
  ])('believed by %d, it lies between the network’s and the sizes’', async (trust, mm, from) => {
    const hands = { right: handAt(-100, 500), left: handAt(100, 620) };
    const { relativeDepth } = await lifted(hands, -40, {}, trust);
    expect(relativeDepth).toEqual({ mm: expect.closeTo(mm, 6) as number, from });
  });

  test('a relative depth that would put the left hand behind the camera is not believed', async () => {
    const hands = { right: handAt(-100, 150), left: handAt(100, 620) };
    const { lifted: both } = await lifted(hands, -200);
    expect(both.left?.rootDepth).toEqual({
      mm: expect.closeTo(620, 6) as number,
      from: 'hand-size',
    });
  });

  test('one hand: no relative depth', async () => {
    const { lifted: both, relativeDepth } = await lifted({ right: null, left: handAt(0, 400) }, 30);
    expect(both.right).toBeNull();
    expect(both.left?.rootDepth).toMatchObject({ from: 'hand-size' });
    expect(relativeDepth).toBeNull();
  });

  test('a known field of view and a larger hand scale the depth', async () => {
    const hands = { right: handAt(0, 500), left: null };
    const wide = await lifted(hands, null, { horizontalFovDegrees: 90 });
    expect(wide.lifted.right?.rootDepth.mm).toBeCloseTo(250, 0);
    const large = await lifted(hands, null, { handScale: 1.1 });
    expect(large.lifted.right?.rootDepth.mm).toBeCloseTo(550, 0);
  });
});
