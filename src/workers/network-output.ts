import type { Tensor } from 'onnxruntime-web';
import type { HandSide } from '../hands/hand-side.ts';
import { HAND_SIDES } from '../hands/hand-side.ts';
import { JOINT_COUNT } from '../hands/joints.ts';

/** One of the two hands that a crop may show. */
export interface CropSide {
  readonly crop: number;
  readonly side: HandSide;
}

/** A heatmap, on the CPU or the GPU: 21 volumes for each of `hands`, one after the other. */
export interface HandVolumes {
  readonly tensor: Tensor;
  readonly hands: readonly CropSide[];
}

/** What a network said about N crops. Disposing it frees its tensors. */
export interface NetworkOutput extends Disposable {
  /** [N, 2]: probability of right and left. */
  readonly handedness: Float32Array;
  /** [N], mm. */
  readonly relativeDepth: Float32Array;
  /** Heatmaps of the hands that reach the gate, and maybe of others. */
  readonly volumes: readonly HandVolumes[];
  /** Of networks that give no heatmap: [N, 42, 3] px, px, mm and [N, 42] 0..1. */
  readonly direct: { readonly joints: Float32Array; readonly scores: Float32Array } | null;
}

/** Every hand of `count` crops, in the order of a whole network's heatmap. */
export function allHands(count: number): CropSide[] {
  return Array.from({ length: count }, (_, crop) =>
    HAND_SIDES.map((side) => ({ crop, side })),
  ).flat();
}

/** The hands whose handedness reaches the gate. */
export function handsAbove(handedness: Float32Array, gate: number): CropSide[] {
  return allHands(handedness.length / 2).filter(
    ({ crop, side }) => handedness[2 * crop + HAND_SIDES.indexOf(side)]! >= gate,
  );
}

/** Where a hand's 21 volumes lie: a heatmap, and the index of the first within it. */
export interface VolumePlace {
  readonly tensor: Tensor;
  readonly first: number;
}

/** @throws Error when the hand was not run */
export function volumesOf(output: NetworkOutput, { crop, side }: CropSide): VolumePlace {
  for (const { tensor, hands } of output.volumes) {
    const index = hands.findIndex((hand) => hand.crop === crop && hand.side === side);
    if (index >= 0) return { tensor, first: index * JOINT_COUNT };
  }
  throw new Error(`The ${side} hand of crop ${crop} was not run`);
}
