import { binToDepthMm } from '../hands/heatmap-units.ts';
import type { CheckedTensors } from './checked-tensors.ts';
import { InternetLayers, type Feature } from './internet-layers.ts';
import type { HeadLayout, InternetLayout } from './internet-layout.ts';
import { ModelFailure } from './model-failure.ts';
import { GraphBuilder } from './onnx/graph-builder.ts';
import type { OnnxModel } from './onnx/onnx-model.ts';
import { floatBatch } from './onnx/tensor-info.ts';
import { addResnet50 } from './resnet-50.ts';

/** Side of the image, px; both codes' default, not in the checkpoint. */
const INPUT_SIZE = 256;
/** ResNet-50 makes it 32 times smaller, each head eight times larger again. */
const FEATURE_SIDE = INPUT_SIZE / 32;
const HEATMAP_SIDE = FEATURE_SIDE * 8;

/** What the bins of the heatmaps' z and of the relative depth span, mm. */
export const DEPTH_EXTENT_MM = 400;

const JOINTS = 21;

/** MMPose's input normalisation, on 0..255 (internet-spec.md A2); the official code has none. */
const MEAN = [123.675, 116.28, 103.53];
const DEVIATION = [58.395, 57.12, 57.375];

/** InterNet as a float32 ONNX model, and its sizes. */
export interface InternetGraph {
  readonly model: OnnxModel;
  /** Side of the image, px. */
  readonly inputSize: number;
  readonly heatmapSize: readonly [depth: number, height: number, width: number];
}

/**
 * Checks all of InterNet's tensors and lays out its graph (internet-spec.md A1) so that it keeps
 * the contract of design.md section 5; reads no values.
 * @throws ModelFailure 'tensor-missing' | 'tensor-wrong'
 */
export function internetGraph(layout: InternetLayout, tensors: CheckedTensors): InternetGraph {
  const graph = new GraphBuilder();
  const layers = new InternetLayers(graph, tensors);
  const features = addBackbone(layers, layout);
  const depth = addHeatmap(layers, features, layout, tensors.file);
  const pooled = graph.node('GlobalAveragePool', [features.tensor], 'pooled');
  const summary = { ...features, tensor: graph.node('Flatten', [pooled], 'summary') };
  addHandedness(layers, summary, layout.handedness);
  addRelativeDepth(layers, summary, layout.relativeDepth);
  const model = graph.build(
    'InterNet',
    [floatBatch('image', 3, INPUT_SIZE, INPUT_SIZE)],
    [
      floatBatch('heatmap', 2 * JOINTS * depth, HEATMAP_SIDE, HEATMAP_SIDE),
      floatBatch('handedness', 2),
      floatBatch('relative_depth', 1),
    ],
    [floatBatch(features.tensor, features.channels, FEATURE_SIDE, FEATURE_SIDE)],
  );
  return { model, inputSize: INPUT_SIZE, heatmapSize: [depth, HEATMAP_SIDE, HEATMAP_SIDE] };
}

/**
 * MMPose's convolution pads with zero after normalisation, the mean colour. So the mean is
 * subtracted before, and only the deviation is folded into the weights.
 */
function addBackbone(layers: InternetLayers, { variant, backbone }: InternetLayout): Feature {
  const image = { tensor: 'image', channels: 3 };
  if (variant === 'official') return addResnet50(layers, image, backbone, [1]);
  const { graph } = layers;
  const mean = graph.constant(
    'image.mean',
    [1, 3, 1, 1],
    MEAN.map((value) => value / 255),
  );
  const centred = { ...image, tensor: graph.node('Sub', ['image', mean], 'image.centred') };
  return addResnet50(
    layers,
    centred,
    backbone,
    DEVIATION.map((value) => 255 / value),
  );
}

/** Both hands' heatmaps, the right one first. @returns the number of their bins along z */
function addHeatmap(
  layers: InternetLayers,
  features: Feature,
  { heads }: InternetLayout,
  file: string,
): number {
  const right = addHead(layers, features, heads.right, null);
  const depth = right.channels / JOINTS;
  if (!Number.isInteger(depth)) {
    const tensor = `${heads.right.last}.weight`;
    const expected = `of ${JOINTS} joints, a multiple of ${JOINTS} channels`;
    const found = `of ${right.channels}`;
    throw new ModelFailure({ type: 'tensor-wrong', name: file, tensor, expected, found });
  }
  const left = addHead(layers, features, heads.left, right.channels);
  layers.graph.node('Concat', [right.tensor, left.tensor], 'heatmap', { axis: 1 });
  return depth;
}

function addHead(
  layers: InternetLayers,
  features: Feature,
  { upsampling, last }: HeadLayout,
  channels: number | null,
): Feature {
  let x = features;
  // Indices in PyTorch's Sequential: each convolution is followed by its BatchNorm and a ReLU.
  for (const index of [0, 3, 6]) {
    x = layers.relu(layers.upsampling(x, `${upsampling}${index}`, `${upsampling}${index + 1}`));
  }
  return layers.pointwise(x, last, channels);
}

function addHandedness(layers: InternetLayers, summary: Feature, prefix: string): void {
  const hidden = layers.relu(layers.linear(summary, `${prefix}0`, null));
  const logits = layers.linear(hidden, `${prefix}2`, 2);
  layers.graph.node('Sigmoid', [logits.tensor], 'handedness');
}

/** The mean over the bins' depths, weighted with their probabilities (soft-argmax). */
function addRelativeDepth(layers: InternetLayers, summary: Feature, prefix: string): void {
  const hidden = layers.relu(layers.linear(summary, `${prefix}0`, null));
  const logits = layers.linear(hidden, `${prefix}2`, null);
  const bins = logits.channels;
  const depths = Array.from({ length: bins }, (_, i) => binToDepthMm(i, bins, DEPTH_EXTENT_MM));
  const depthsMm = layers.graph.constant('relative_depth.bins', [bins, 1], depths);
  const { tensor } = logits;
  const probabilities = layers.graph.node('Softmax', [tensor], `${tensor}.softmax`, { axis: 1 });
  layers.graph.node('MatMul', [probabilities, depthsMm], 'relative_depth');
}
