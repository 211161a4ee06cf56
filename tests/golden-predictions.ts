import { readGolden } from './golden.ts';
import type { PredictionJson } from '../src/evaluation/prediction.ts';
import type { Vec3 } from '../src/hands/vectors.ts';

/** The golden evaluations under ../shared, and the annotation and RootNet files each is made from. */
export const goldenSets = {
  eval_real_gt: {
    annotations: 'data/interhand2.6m/test_interhand2.6m',
    rootDepths: null,
  },
  eval_real_rootnet: {
    annotations: 'data/interhand2.6m/test_interhand2.6m',
    rootDepths: 'golden/eval_real_rootnet_input.json',
  },
  eval_synth_gt: { annotations: 'golden/eval_synth', rootDepths: null },
  eval_synth_rootnet: {
    annotations: 'golden/eval_synth',
    rootDepths: 'golden/eval_synth_rootnet_input.json',
  },
} as const;

interface Metrics {
  readonly MPJPE_all: number;
  readonly MPJPE_single: number;
  readonly MPJPE_interacting: number;
  readonly MRRPE: number;
}

export interface GoldenMeta {
  readonly order_annot_id: readonly number[];
  readonly order_hand_type: readonly string[];
  readonly processed_bbox: readonly (readonly number[])[];
  readonly abs_depth_right_left: readonly (readonly [number, number])[];
  readonly official: Metrics & {
    readonly MPJPE_per_joint_all: readonly number[];
    readonly MPJPE_per_joint_single: readonly number[];
    readonly MPJPE_per_joint_interacting: readonly number[];
    readonly APh: number;
  };
  readonly mmpose_InterHandMetric?: Metrics & { readonly HandednessAcc: number };
}

/** The predictions behind a golden evaluation, as a prediction file holds them. */
export function goldenPredictions(name: keyof typeof goldenSets): PredictionJson[] {
  const { meta, tensor } = readGolden<GoldenMeta>(name);
  const joints = tensor('out/joint_image_xy_px_z_mm').data;
  const relativeDepths = tensor('out/rel_root_mm').data;
  const handedness = tensor('pred/hand_type').data;
  return meta.order_annot_id.map((annot_id, sample) => ({
    annot_id,
    joints: Array.from({ length: 42 }, (_, joint): Vec3 => {
      const at = (sample * 42 + joint) * 3;
      return [joints[at]!, joints[at + 1]!, joints[at + 2]!];
    }),
    relative_depth: relativeDepths[sample]!,
    handedness: [handedness[sample * 2]!, handedness[sample * 2 + 1]!],
  }));
}
