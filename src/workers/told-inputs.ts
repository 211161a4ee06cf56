import type { BoundingBox } from '../hands/bounding-box.ts';
import type { PosePrior } from '../hands/pose-prior.ts';
import { priorInputs } from '../hands/prior-inputs.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import type { FurtherInputs } from './internet-network.ts';

/**
 * What a network is told beside the image; nothing where it takes no prior, or there is none.
 * @param priors one a box
 */
export function toldInputs(
  priors: readonly PosePrior[] | undefined,
  boxes: readonly BoundingBox[],
  { inputSize, prior }: InternetContract,
): FurtherInputs {
  if (!priors || !prior) return {};
  return { ...priorInputs(priors, boxes, { inputSize, ...prior }) };
}
