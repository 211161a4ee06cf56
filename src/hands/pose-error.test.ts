import { describe, expect, it } from 'vitest';
import { hasGolden, readGolden } from '../../tests/golden.ts';
import { poseError, rootAlignedErrorMm } from './pose-error.ts';
import type { HandJoints, HandPose } from './pose-frame.ts';
import { add3, type Vec2, type Vec3 } from './vectors.ts';

/** A hand that is 40 px wide, 80 px high and 100 mm long. */
const truth: HandJoints = {
  joints2d: Array.from({ length: 21 }, (_, i): Vec2 => [300 + 2 * i, 200 - 4 * i]),
  joints3d: Array.from({ length: 21 }, (_, i): Vec3 => [5 * i, 0, 600 + i]),
};

function poseOf(joints: HandJoints, rootDepthMm: number): HandPose {
  return { ...joints, score: 1, rootDepth: { mm: rootDepthMm, from: 'hand-size' } };
}

describe('poseError', () => {
  it('is nothing for the truth itself', () => {
    expect(poseError(poseOf(truth, 600), truth)).toEqual({
      meanPx: 0,
      boxFraction: 0,
      mpjpeMm: 0,
      rootDepthErrorMm: 0,
    });
  });

  it('counts a shift in the picture and in depth, and forgives it in the pose', () => {
    const shifted = {
      joints2d: truth.joints2d.map(([x, y]): Vec2 => [x + 3, y - 4]),
      joints3d: truth.joints3d.map((joint) => add3(joint, [7, 8, -90])),
    };
    const error = poseError(poseOf(shifted, 510), truth);
    expect(error).toMatchObject({ meanPx: 5, rootDepthErrorMm: -90, mpjpeMm: 0 });
    expect(error.boxFraction).toBeCloseTo(5 / 80, 12);
  });

  it('is the mean over all 21 joints', () => {
    const one = {
      joints2d: truth.joints2d.map(([x, y], i): Vec2 => (i === 8 ? [x + 21, y] : [x, y])),
      joints3d: truth.joints3d.map((joint, i) => (i === 8 ? add3(joint, [0, 42, 0]) : joint)),
    };
    const error = poseError(poseOf(one, 600), truth);
    expect(error.meanPx).toBeCloseTo(1, 12);
    expect(error.mpjpeMm).toBeCloseTo(2, 12);
  });
});

describe.skipIf(!hasGolden)('rootAlignedErrorMm on golden samples (needs ../shared/golden)', () => {
  it('gives the official per-joint distances of a fully valid hand', () => {
    const { meta, tensor } = readGolden<{ order_hand_type: string[]; official: Official }>(
      'eval_real_gt',
    );
    interface Official {
      MPJPE_per_joint_single: number[];
    }
    // One single right hand: its per-joint means are this one sample's distances.
    const sample = meta.order_hand_type.indexOf('right');
    const hand = (name: string) => {
      const { data } = tensor(name);
      const joints = Array.from({ length: 21 }, (_, j): Vec3 => {
        const at = (sample * 42 + j) * 3;
        return [data[at]!, data[at + 1]!, data[at + 2]!];
      });
      // InterHand2.6M's wrist is the last joint; it is the root here.
      return [joints[20]!, ...joints.slice(0, 20)];
    };
    const official = meta.official.MPJPE_per_joint_single.slice(0, 21);
    const expected = official.reduce((a, b) => a + b) / 21;
    const error = rootAlignedErrorMm(hand('out/joint_cam_mm_official'), hand('gt/joint_cam_mm'));
    expect(Math.abs(error - expected)).toBeLessThan(1e-3);
  });
});
