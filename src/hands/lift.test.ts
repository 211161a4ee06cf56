import { describe, expect, it } from 'vitest';
import { hasGolden, readGolden, readSharedJson, type TensorData } from '../../tests/golden.ts';
import type { CameraIntrinsics } from './camera-intrinsics.ts';
import { liftJoints } from './lift.ts';
import type { Vec3 } from './vectors.ts';

type CameraNumbers = Readonly<Record<string, [number, number]>>;
type Cameras = Readonly<Record<string, { focal: CameraNumbers; princpt: CameraNumbers }>>;
interface Annotations {
  images: { id: number; capture: number; camera: string }[];
  annotations: { id: number; image_id: number }[];
}
interface Meta {
  order_annot_id: number[];
  abs_depth_right_left: [number, number][];
}

/** The camera of each sample of an InterHand2.6M data set, by annotation id. */
function camerasByAnnotation(dataPath: string, cameraPath: string): Map<number, CameraIntrinsics> {
  const { images, annotations } = readSharedJson<Annotations>(dataPath);
  const cameras = readSharedJson<Cameras>(cameraPath);
  return new Map(
    annotations.map(({ id, image_id }) => {
      const image = images.find((candidate) => candidate.id === image_id)!;
      const { focal, princpt } = cameras[String(image.capture)]!;
      const [fx, fy] = focal[image.camera]!;
      const [cx, cy] = princpt[image.camera]!;
      return [id, { fx, fy, cx, cy, from: 'calibrated' }];
    }),
  );
}

/** Joints of one hand of one sample of a [N, 42, 3] tensor. */
function handOf(data: TensorData, sample: number, hand: number): Vec3[] {
  return Array.from({ length: 21 }, (_, joint): Vec3 => {
    const at = ((sample * 2 + hand) * 21 + joint) * 3;
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  });
}

describe.skipIf(!hasGolden)('liftJoints on golden samples (needs ../shared/golden)', () => {
  const real = [
    'data/interhand2.6m/test_interhand2.6m_data.json',
    'data/interhand2.6m/test_interhand2.6m_camera.json',
  ] as const;
  const synthetic = ['golden/eval_synth_data.json', 'golden/eval_synth_camera.json'] as const;

  it.each([
    ['eval_real_gt', real],
    ['eval_real_rootnet', real],
    ['eval_synth_gt', synthetic],
    ['eval_synth_rootnet', synthetic],
  ] as const)('%s', (name, [dataPath, cameraPath]) => {
    const { meta, tensor } = readGolden<Meta>(name);
    const cameras = camerasByAnnotation(dataPath, cameraPath);
    const joints = tensor('out/joint_image_xy_px_z_mm').data;
    const expected = tensor('out/joint_cam_mm_official').data;
    let compared = 0;
    for (const [sample, annotation] of meta.order_annot_id.entries()) {
      for (const hand of [0, 1] as const) {
        const depth = meta.abs_depth_right_left[sample]![hand];
        const lifted = liftJoints(handOf(joints, sample, hand), depth, cameras.get(annotation)!);
        const wanted = handOf(expected, sample, hand);
        lifted.forEach((joint, j) => {
          joint.forEach((mm, axis) => {
            expect(Math.abs(mm - wanted[j]![axis]!)).toBeLessThan(1e-3);
            compared += 1;
          });
        });
      }
    }
    expect(compared).toBe(meta.order_annot_id.length * 42 * 3);
  });
});

describe('liftJoints', () => {
  it('puts a joint at its own depth, not at the root’s', () => {
    const camera = { fx: 500, fy: 500, cx: 100, cy: 100, from: 'default' } as const;
    const lifted = liftJoints(
      [
        [200, 100, 0],
        [200, 100, 100],
      ],
      400,
      camera,
    );
    expect(lifted).toEqual([
      [80, 0, 400],
      [100, 0, 500],
    ]);
  });
});
