import { HAND_SIDES, type PerHand } from '../hands/hand-side.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import type { CropInference } from './internet-engine.ts';

/** What a network says about the check-up's picture; plain data, to be kept beside the model. */
export interface CheckUpAnswer {
  /** Which picture that was (CHECK_UP_PICTURE). */
  readonly picture: string;
  /** Both hands, whatever their handedness, refined. */
  readonly inference: CropInference;
  /** Heatmap values (heatmapSamples); none where the network gives no heatmap. */
  readonly samples: readonly number[];
  /**
   * How far each joint's peak rises above any other cell, in the heatmap's unit, public order: a
   * joint that is all but tied may end elsewhere on another processor. Only WebAssembly looks.
   */
  readonly margins: PerHand<readonly number[]> | null;
}

/**
 * How far a right answer may lie from WebAssembly's fp32: probabilities; mm; heatmap values, as a
 * part of the largest one. fp32 differs by the order of its sums, fp16 by 11-bit numbers in between:
 * the golden networks, whose random weights make the most of either, by 1e-6 and 0.03.
 */
const TOLERANCES = {
  fp32: { probability: 1e-3, depthMm: 0.1, heatmap: 1e-3 },
  fp16: { probability: 0.06, depthMm: 8, heatmap: 0.05 },
} as const;

/** Farthest a joint with a clear peak may lie away, as a part of what the heatmap spans. */
const MAX_JOINT_SHIFT = 0.5 / 64;

/**
 * Compares an answer with the known one.
 * @returns what is wrong, or null where it agrees
 */
export function wrongAnswer(
  found: CheckUpAnswer,
  known: CheckUpAnswer,
  { inputSize, depthExtentMm, heatmapSize }: InternetContract,
  precision: 'fp32' | 'fp16',
): string | null {
  const allowed = TOLERANCES[precision];
  const hands = ({ inference }: CheckUpAnswer) => HAND_SIDES.map((side) => inference.hands[side]);
  const sides = ({ inference }: CheckUpAnswer) =>
    HAND_SIDES.map((side) => inference.handedness[side]);
  const depth = ({ inference }: CheckUpAnswer) => [inference.relativeDepthMm];
  const scores = (answer: CheckUpAnswer) => hands(answer).flatMap((hand) => hand?.scores ?? []);

  const largest = Math.max(...known.samples.map(Math.abs), ...scores(known).map((s) => s * 255));
  const heatmap = allowed.heatmap * largest;
  const margins = HAND_SIDES.flatMap((side) => known.margins?.[side] ?? []);
  // Joints that a network gives itself are tied to none.
  const isClear = (joint: number) => !heatmapSize || margins[joint]! > 2 * heatmap;
  const clearJoints = (answer: CheckUpAnswer) =>
    hands(answer)
      .flatMap((hand) => hand?.joints ?? [])
      .filter((_, joint) => isClear(joint))
      .flatMap(([x, y, z]) => [x / inputSize, y / inputSize, z / depthExtentMm]);

  return (
    difference('handedness', sides(found), sides(known), allowed.probability) ??
    difference('relative depth, mm', depth(found), depth(known), allowed.depthMm) ??
    difference('heatmap', found.samples, known.samples, heatmap) ??
    difference('joint score', scores(found), scores(known), heatmap / 255) ??
    difference('joint', clearJoints(found), clearJoints(known), MAX_JOINT_SHIFT)
  );
}

function difference(
  what: string,
  found: readonly number[],
  known: readonly number[],
  allowed: number,
): string | null {
  if (found.length !== known.length) return `${what}: ${found.length} values, not ${known.length}`;
  const differences = known.map((value, i) => Math.abs(value - found[i]!));
  // Not a number is within no tolerance.
  if (differences.every((each) => each <= allowed)) return null;
  return `${what} off by ${Math.max(...differences).toPrecision(2)}, allowed ${allowed.toPrecision(2)}`;
}
