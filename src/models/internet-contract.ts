import type { JointOrder } from '../hands/interhand-joints.ts';

/** What an InterNet's ONNX file says of itself (docs/models.md; design.md section 5). */
export interface InternetContract {
  /** Decides nothing but how it is named and, for parity, the order of ties. */
  readonly variant: 'official' | 'mmpose' | 'lite';
  /** S of the input `image` [N, 3, S, S], px. */
  readonly inputSize: number;
  /** Of the output `heatmap` [N, 42·D, H, W]; null where the network gives `joints` itself. */
  readonly heatmapSize: readonly [depth: number, height: number, width: number] | null;
  /** Of the heatmap's joints within each hand; `joints` are always in InterHand2.6M's order. */
  readonly jointOrder: JointOrder;
  /** Bins span ± half of it around each hand's wrist, mm. */
  readonly depthExtentMm: number;
  /** The input `prior` [N, 42, P, P], where the network takes one. */
  readonly prior: { readonly size: number; readonly sigma: number } | null;
  /** Type of `image` and of the weights. */
  readonly precision: 'fp32' | 'fp16';
  /** SPDX name or sentence; empty where the file does not say. */
  readonly licence: string;
  /** The checkpoint it was made from, "name sha256"; empty where the file does not say. */
  readonly source: string;
}
