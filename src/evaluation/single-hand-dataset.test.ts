import { describe, expect, test } from 'vitest';
import { interhandIndex } from '../hands/interhand-joints.ts';
import { JOINT_NAMES, type JointName } from '../hands/joints.ts';
import { PoseMetrics } from '../hands/pose-metrics.ts';
import { projectPoint } from '../hands/camera-intrinsics.ts';
import { distance2, type Vec3 } from '../hands/vectors.ts';
import { hasGolden, readSharedJson } from '../../tests/golden.ts';
import type { Prediction } from './prediction.ts';
import { readRootDepths } from './root-depths.ts';
import { scorePrediction } from './score-prediction.ts';
import { rhdImagePath, singleHandDataset, stbImagePath } from './single-hand-dataset.ts';

/** Names of the joints in the order of these sets: wrist first, fingers from tip to base. */
const FILE_ORDER = ['wrist', 'thumb', 'index', 'middle', 'ring', 'pinky'].flatMap((part) =>
  JOINT_NAMES.filter((name) => name.startsWith(part)).toReversed(),
);

/** Each joint at a place of its own, the wrist 600 mm away. */
function placeOf(name: JointName): Vec3 {
  const joint = JOINT_NAMES.indexOf(name);
  return [10 * joint, -5 * joint, 600 + joint];
}

const file = {
  file: 'STB_test.json',
  json: {
    images: [
      {
        id: 7,
        file_name: 'SK_color_7.png',
        seq_name: 'B1Counting',
        cam_param: { focal: [600, 610], princpt: [320, 240] },
      },
    ],
    annotations: ['right', 'left'].map((hand_type, i) => ({
      id: 70 + i,
      image_id: 7,
      bbox: [100, 110, 40, 80],
      hand_type,
      joint_cam: FILE_ORDER.map(placeOf),
      joint_valid: FILE_ORDER.map((name) => (name === 'pinky_tip' ? 0 : 1)),
    })),
  },
};

const none: Vec3 = [0, 0, 0];

/** The true pixels and depths, but the index tip 12 mm too near (as seen along the axis). */
function predictionFor(annotation: number, side: 'right' | 'left'): Prediction {
  const joints: Vec3[] = Array.from({ length: 42 }, () => none);
  JOINT_NAMES.forEach((name, joint) => {
    const [x, y, z] = placeOf(name);
    const pixel = [(x / z) * 600 + 320, (y / z) * 610 + 240] as const;
    joints[interhandIndex(side, joint)] = [...pixel, z - 600];
  });
  return { annotation, joints, relativeDepthMm: 99, handedness: { right: 0.9, left: 0.2 } };
}

describe('singleHandDataset', () => {
  const dataset = singleHandDataset(file, stbImagePath, null);

  test('reads the one hand of each annotation, its camera, box and picture', () => {
    expect(dataset).toMatchObject({ size: 2, joints: 'either' });
    const pose = dataset.pose(1);
    expect(pose).toMatchObject({
      id: 71,
      image: 'B1Counting/SK_color_7.png',
      box: { x: 70, y: 100, width: 100, height: 100 },
      camera: { fx: 600, fy: 610, cx: 320, cy: 240 },
      handType: 'left',
      handTypeValid: true,
      rootDepthMm: { right: 600, left: 600 },
    });
    expect(pose.hands.right).toBeNull();
    expect(pose.hands.left!.joints).toEqual(JOINT_NAMES.map(placeOf));
    expect(pose.hands.left!.valid.indexOf(false)).toBe(JOINT_NAMES.indexOf('pinky_tip'));
  });

  test('RHD’s pictures lie in one folder', () => {
    expect(singleHandDataset(file, rhdImagePath, null).pose(0).image).toBe('SK_color_7.png');
  });

  test('scores the annotated hand over 21 joints; no relative root', () => {
    const metrics = new PoseMetrics({ convention: 'official', joints: dataset.joints });
    metrics.add(scorePrediction(dataset.pose(0), predictionFor(70, 'right')));
    metrics.add(scorePrediction(dataset.pose(1), predictionFor(71, 'left')));
    const { mpjpe, mpjpePerJoint, mrrpe, aph } = metrics.report();
    expect(mpjpe.all).toBeCloseTo(0, 9);
    expect(mpjpePerJoint.all).toHaveLength(21);
    expect(mpjpePerJoint.all.indexOf(null)).toBe(JOINT_NAMES.indexOf('pinky_tip'));
    expect(mrrpe).toBeNull();
    expect(aph).toBe(0.5);
  });

  test('takes RootNet’s one depth and its box as it is', () => {
    const depths = readRootDepths({
      file: 'rootnet.json',
      json: [{ annot_id: 70, bbox: [1, 2, 50, 50], abs_depth: 612 }],
    });
    const pose = singleHandDataset(file, stbImagePath, depths).pose(0);
    expect(pose.rootDepthMm.right).toBe(612);
    expect(pose.box).toEqual({ x: 1, y: 2, width: 50, height: 50 });
    expect(() => singleHandDataset(file, stbImagePath, depths).pose(1)).toThrow(
      'rootnet.json: has no entry for annotation 71',
    );
  });
});

describe.skipIf(!hasGolden)('RHD as MMPose annotates it (needs ../shared/data)', () => {
  test('its joints in space lie where its keypoints are in the picture', () => {
    const json = hasGolden ? readSharedJson<MmposeRhd>('data/rhd/test_rhd.json') : null;
    const dataset = singleHandDataset({ file: 'test_rhd.json', json }, rhdImagePath, null);
    expect(dataset.size).toBe(3);
    for (let i = 0; i < dataset.size; i++) {
      const { handType, hands, camera, image } = dataset.pose(i);
      expect(image).toMatch(/^[01]+\.png$/);
      const { joints, valid } = (hands.right ?? hands.left)!;
      expect(handType).toBe(hands.right ? 'right' : 'left');
      expect(valid).not.toContain(false);
      FILE_ORDER.forEach((name, k) => {
        const joint = joints[JOINT_NAMES.indexOf(name)]!;
        const [x, y] = json!.annotations[i]!.keypoints[k]!;
        expect(distance2(projectPoint(joint, camera), [x, y])).toBeLessThan(0.5);
      });
    }
  });

  test('without joints in space: said', () => {
    const json = { images: [{ id: 1 }], annotations: [{ image_id: 1, hand_type: 'left' }] };
    const dataset = singleHandDataset({ file: 'a.json', json }, () => '', null);
    expect(() => dataset.pose(0)).toThrow('a.json: annotations[0] lacks "joint_cam"');
  });
});

interface MmposeRhd {
  readonly annotations: readonly { readonly keypoints: readonly Vec3[] }[];
}
