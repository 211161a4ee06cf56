import type { EstimatorKind } from '../hands/hand-estimate.ts';
import type { PerHand } from '../hands/hand-side.ts';

/** Whose joints each hand has: "right: landmarks · left: InterNet-Lite". */
export function chosenWords(
  { right, left }: PerHand<EstimatorKind | null>,
  networkName: string,
): string {
  const words = (kind: EstimatorKind | null) =>
    kind === null ? 'no hand' : kind === 'internet' ? networkName : 'landmarks';
  return `right: ${words(right)} · left: ${words(left)}`;
}
