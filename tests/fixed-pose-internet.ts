import type { PerHand } from '../src/hands/hand-side.ts';
import { toInterhandOrder } from '../src/hands/interhand-joints.ts';
import type { Vec3 } from '../src/hands/vectors.ts';
import { METADATA_KEYS } from '../src/models/internet-metadata.ts';
import { GraphBuilder } from '../src/models/onnx/graph-builder.ts';
import { floatBatch } from '../src/models/onnx/tensor-info.ts';
import { layOutOnnx } from '../src/models/onnx/write-onnx.ts';
import { MemorySink } from './memory-file.ts';

/** Bins along each axis of the heatmap. */
const FIXED_BINS = 32;
const SIZE = 64;
const SIGMA = 2;

export interface FixedPose {
  /** 21 joints of each hand, public order, in bins (x, y, z), fractions welcome. */
  readonly joints: PerHand<readonly Vec3[]>;
  readonly handedness: PerHand<number>;
  readonly relativeDepthMm: number;
}

/** A network that keeps the contract and sees the same two hands in whatever it is shown. */
export async function fixedPoseInternet(pose: FixedPose): Promise<Uint8Array<ArrayBuffer>> {
  const graph = new GraphBuilder();
  graph.node('GlobalAveragePool', ['image'], 'pooled');
  graph.node('ReduceMean', ['pooled'], 'mean', { axes: [1, 2, 3], keepdims: 1 });
  // A 0 for each picture of the batch: what every output is spread over.
  graph.node('Mul', ['mean', graph.constant('nil', [1, 1, 1, 1], [0])], 'features');
  const joints = toInterhandOrder(pose.joints);
  for (const [name, hand] of [
    ['right', joints.slice(0, 21)],
    ['left', joints.slice(21)],
  ] as const) {
    const dims = [1, 21 * FIXED_BINS, FIXED_BINS, FIXED_BINS];
    const peaks = graph.weight(`${name} peaks`, dims, () => Promise.resolve(volumes(hand)));
    graph.node('Add', ['features', peaks], `${name} heatmap`);
  }
  graph.node('Concat', ['right heatmap', 'left heatmap'], 'heatmap', { axis: 1 });
  graph.node('Flatten', ['features'], 'flat', { axis: 1 });
  const { right, left } = pose.handedness;
  graph.node('Add', ['flat', graph.constant('hands', [1, 2], [right, left])], 'handedness');
  const depth = graph.constant('depth', [1, 1], [pose.relativeDepthMm]);
  graph.node('Add', ['flat', depth], 'relative_depth');

  const outputs = [
    floatBatch('heatmap', 42 * FIXED_BINS, FIXED_BINS, FIXED_BINS),
    floatBatch('handedness', 2),
    floatBatch('relative_depth', 1),
  ];
  const between = [floatBatch('features', 1, 1, 1)];
  const model = graph.build('fixed', [floatBatch('image', 3, SIZE, SIZE)], outputs, between);
  const metadata = new Map([
    [METADATA_KEYS.variant, 'official'],
    [METADATA_KEYS.licence, 'CC0-1.0'],
  ]);
  const sink = new MemorySink();
  await layOutOnnx({ ...model, metadata }).write(sink);
  return sink.bytes;
}

/** A Gaussian with InterNet's full peak (255) for each joint: [joints, z, y, x]. */
function volumes(joints: readonly Vec3[]): Float32Array<ArrayBuffer> {
  const along = (centre: number) =>
    Array.from({ length: FIXED_BINS }, (_, bin) =>
      Math.exp(-((bin - centre) ** 2) / (2 * SIGMA ** 2)),
    );
  const values = joints.flatMap((joint) => {
    const [x, y, z] = joint.map(along);
    return z!.flatMap((atZ) => y!.flatMap((atY) => x!.map((atX) => 255 * atX * atY * atZ)));
  });
  return Float32Array.from(values);
}
