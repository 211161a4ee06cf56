import type { BoundingBox } from './bounding-box.ts';
import { cropAffine, transformPoint } from './crop-affine.ts';
import { HAND_SIDES } from './hand-side.ts';
import { INTERHAND_JOINT_COUNT, interhandIndex } from './interhand-joints.ts';
import type { PosePrior } from './pose-prior.ts';
import type { Vec2 } from './vectors.ts';

/** What a network takes beside its image; all zeros where nothing is known. */
export interface PriorInputs {
  /** [N, 42, P, P]: a Gaussian of height 1 at each expected joint. */
  readonly prior: Float32Array<ArrayBuffer>;
  /** [N, 42, 2]: z mm behind the own wrist, and 1; or 0, 0. */
  readonly prior_depth: Float32Array<ArrayBuffer>;
  /** [N, 2]: left root depth minus right root depth, mm, and 1; or 0, 0. */
  readonly prior_relative_depth: Float32Array<ArrayBuffer>;
}

export interface PriorShape {
  /** S: the crops' side, px. */
  readonly inputSize: number;
  /** P: the maps' side, cells. */
  readonly size: number;
  /** Of the Gaussians, in cells. */
  readonly sigma: number;
}

/**
 * Draws what is expected into a network's inputs, joints in InterHand2.6M's order: `to_prior` of
 * training/lite/prior.py.
 * @param priors one a box
 * @param boxes the crops, px of the frame
 */
export function priorInputs(
  priors: readonly PosePrior[],
  boxes: readonly BoundingBox[],
  shape: PriorShape,
): PriorInputs {
  const crops = boxes.length;
  const inputs: PriorInputs = {
    prior: new Float32Array(crops * INTERHAND_JOINT_COUNT * shape.size ** 2),
    prior_depth: new Float32Array(crops * INTERHAND_JOINT_COUNT * 2),
    prior_relative_depth: new Float32Array(crops * 2),
  };
  boxes.forEach((box, crop) => drawCrop(inputs, crop, priors[crop]!, box, shape));
  return inputs;
}

function drawCrop(
  inputs: PriorInputs,
  crop: number,
  { hands, relativeDepthMm }: PosePrior,
  box: BoundingBox,
  shape: PriorShape,
): void {
  const { inputSize, size } = shape;
  const { forward } = cropAffine(box, inputSize);
  for (const side of HAND_SIDES) {
    const hand = hands[side];
    hand?.joints.forEach(([x, y, z], joint) => {
      const row = crop * INTERHAND_JOINT_COUNT + interhandIndex(side, joint);
      const map = inputs.prior.subarray(row * size * size, (row + 1) * size * size);
      drawGaussian(map, cellAt(transformPoint(forward, [x, y]), shape), shape);
      if (hand.depthKnown) inputs.prior_depth.set([z, 1], 2 * row);
    });
  }
  if (relativeDepthMm !== null) inputs.prior_relative_depth.set([relativeDepthMm, 1], 2 * crop);
}

/** Px i of the input is centred at i, and so are cells: their edges lie at -0.5. */
function cellAt([x, y]: Vec2, { inputSize, size }: PriorShape): Vec2 {
  const scale = size / inputSize;
  return [(x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5];
}

function drawGaussian(map: Float32Array, [x, y]: Vec2, { size, sigma }: PriorShape): void {
  const along = (centre: number) =>
    Float64Array.from({ length: size }, (_, cell) =>
      Math.exp(-((cell - centre) ** 2) / (2 * sigma ** 2)),
    );
  const [columns, rows] = [along(x), along(y)];
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++) map[at++] = rows[row]! * columns[column]!;
  }
}
