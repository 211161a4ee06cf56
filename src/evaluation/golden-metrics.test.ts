import { describe, expect, test } from 'vitest';
import { hasGolden, readGolden, readSharedJson } from '../../tests/golden.ts';
import { goldenPredictions, goldenSets, type GoldenMeta } from '../../tests/golden-predictions.ts';
import type { MetricConvention } from '../hands/metric-convention.ts';
import { toInterhandOrder } from '../hands/interhand-joints.ts';
import { evaluateDataset } from './evaluate-dataset.ts';
import { interhandDataset } from './interhand-dataset.ts';
import { readPredictions } from './prediction.ts';
import { readRootDepths } from './root-depths.ts';

type GoldenName = keyof typeof goldenSets;

function load(name: GoldenName) {
  const set = goldenSets[name];
  const named = (path: string) => ({ file: path, json: readSharedJson(path) });
  const depths = set.rootDepths && readRootDepths(named(set.rootDepths));
  return interhandDataset(
    {
      data: named(`${set.annotations}_data.json`),
      camera: named(`${set.annotations}_camera.json`),
      joint3d: named(`${set.annotations}_joint_3d.json`),
    },
    depths,
  );
}

function evaluate(name: GoldenName, convention: MetricConvention) {
  const predictions = readPredictions({ file: name, json: goldenPredictions(name) });
  return evaluateDataset(load(name), (annotation) => predictions.get(annotation)!, convention);
}

/** Right joints, then left ones, from the public order to InterHand2.6M's. */
function interhandOrder(values: readonly (number | null)[]) {
  return toInterhandOrder({ right: values.slice(0, 21), left: values.slice(21) });
}

const names = Object.keys(goldenSets) as GoldenName[];

describe.skipIf(!hasGolden)('golden samples (needs ../shared/golden)', () => {
  test.each(names)('%s: boxes, root depths, true joints and their validity', (name) => {
    const { meta, tensor } = readGolden<GoldenMeta>(name);
    const dataset = load(name);
    expect(dataset.size).toBe(meta.order_annot_id.length);
    const joints = tensor('gt/joint_cam_mm').data;
    const valid = tensor('gt/joint_valid').data;
    for (let i = 0; i < dataset.size; i++) {
      const pose = dataset.pose(i);
      const sample = meta.order_annot_id.indexOf(pose.id);
      const { box, hands, rootDepthMm } = pose;
      expect(pose.handType).toBe(meta.order_hand_type[sample]);
      for (const [k, value] of [box.x, box.y, box.width, box.height].entries()) {
        expect(Math.abs(value - meta.processed_bbox[sample]![k]!)).toBeLessThan(5e-5);
      }
      for (const [k, depth] of [rootDepthMm.right, rootDepthMm.left].entries()) {
        expect(Math.abs(depth - meta.abs_depth_right_left[sample]![k]!)).toBeLessThan(1e-3);
      }
      const { right, left } = hands;
      const own = toInterhandOrder({ right: right!.joints, left: left!.joints }).flat();
      const error = Math.max(...own.map((mm, k) => Math.abs(mm - joints[sample * 126 + k]!)));
      expect(error).toBeLessThan(1e-3);
      const flags = toInterhandOrder({ right: right!.valid, left: left!.valid });
      expect(flags.map(Number)).toEqual([...valid.subarray(sample * 42, sample * 42 + 42)]);
    }
  });

  test.each(names)('%s: the official metrics', (name) => {
    const { official } = readGolden<GoldenMeta>(name).meta;
    const { mpjpe, mpjpePerJoint, mrrpe, aph } = evaluate(name, 'official');
    expect(mpjpe.all).toBeCloseTo(official.MPJPE_all, 3);
    expect(mpjpe.single).toBeCloseTo(official.MPJPE_single, 3);
    expect(mpjpe.interacting).toBeCloseTo(official.MPJPE_interacting, 3);
    expect(mrrpe).toBeCloseTo(official.MRRPE, 3);
    expect(aph).toBe(official.APh);
    for (const [own, expected] of [
      [mpjpePerJoint.all, official.MPJPE_per_joint_all],
      [mpjpePerJoint.single, official.MPJPE_per_joint_single],
      [mpjpePerJoint.interacting, official.MPJPE_per_joint_interacting],
    ] as const) {
      interhandOrder(own).forEach((mm, joint) => expect(mm).toBeCloseTo(expected[joint]!, 3));
    }
  });

  test.each(names.filter((name) => name.endsWith('_gt')))('%s: MMPose’s metrics', (name) => {
    const expected = readGolden<GoldenMeta>(name).meta.mmpose_InterHandMetric!;
    const { mpjpe, mrrpe, aph } = evaluate(name, 'mmpose');
    expect(mpjpe.all).toBeCloseTo(expected.MPJPE_all, 3);
    expect(mpjpe.single).toBeCloseTo(expected.MPJPE_single, 3);
    expect(mpjpe.interacting).toBeCloseTo(expected.MPJPE_interacting, 3);
    expect(mrrpe).toBeCloseTo(expected.MRRPE, 3);
    expect(aph).toBe(expected.HandednessAcc);
  });
});
