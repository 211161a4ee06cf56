import { METADATA_KEYS } from '../src/models/internet-metadata.ts';
import { GraphBuilder } from '../src/models/onnx/graph-builder.ts';
import { toHalfPrecision } from '../src/models/onnx/half-precision.ts';
import { floatBatch } from '../src/models/onnx/tensor-info.ts';
import { layOutOnnx } from '../src/models/onnx/write-onnx.ts';
import { MemorySink } from './memory-file.ts';

/** Of the heatmap: bins along z, y, x. */
const TINY_HEATMAP = [8, 8, 8] as const;
/** Side of the image, px. */
const TINY_SIZE = 32;

const FEATURES = 6;

/** Numbers that look random and are always the same, -1..1. */
function noise(seed: number, count: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/**
 * A network that keeps the contract and runs in a millisecond: one convolution, a head for each
 * hand, random weights. Its right hand is always there (0.9 or so), its left hand never (0.1).
 */
export async function tinyInternet({ half = false } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const [depth, height, width] = TINY_HEATMAP;
  const graph = new GraphBuilder();
  const random = (name: string, dims: readonly number[], scale: number) => {
    const count = dims.reduce((product, size) => product * size);
    const values = noise(name.length * 7919 + name.charCodeAt(0), count);
    return graph.constant(
      name,
      dims,
      values.map((value) => value * scale),
    );
  };
  const stem = random('stem', [FEATURES, 3, 4, 4], 0.8);
  graph.node('Conv', ['image', stem], 'stemmed', { strides: [4, 4] });
  graph.node('Relu', ['stemmed'], 'features');
  for (const side of ['right', 'left']) {
    const weights = random(`${side} head`, [21 * depth, FEATURES, 1, 1], 3);
    const bias = random(`${side} bias`, [21 * depth], 1);
    graph.node('Conv', ['features', weights, bias], `${side} heatmap`);
  }
  graph.node('Concat', ['right heatmap', 'left heatmap'], 'heatmap', { axis: 1 });
  graph.node('GlobalAveragePool', ['features'], 'pooled');
  graph.node('Flatten', ['pooled'], 'flat', { axis: 1 });
  const logits = [
    'flat',
    random('hands', [2, FEATURES], 0.3),
    graph.constant('hand bias', [2], [2.2, -2.2]),
  ];
  graph.node('Gemm', logits, 'logits', { transB: 1 });
  graph.node('Sigmoid', ['logits'], 'handedness');
  const root = ['flat', random('root', [1, FEATURES], 90), graph.constant('root bias', [1], [20])];
  graph.node('Gemm', root, 'relative_depth', { transB: 1 });

  const model = graph.build(
    'tiny',
    [floatBatch('image', 3, TINY_SIZE, TINY_SIZE)],
    [
      floatBatch('heatmap', 42 * depth, height, width),
      floatBatch('handedness', 2),
      floatBatch('relative_depth', 1),
    ],
    [floatBatch('features', FEATURES, height, width)],
  );
  const metadata = new Map([
    [METADATA_KEYS.variant, 'official'],
    [METADATA_KEYS.licence, 'CC0-1.0'],
  ]);
  const sink = new MemorySink();
  await layOutOnnx({ ...(half ? toHalfPrecision(model)! : model), metadata }).write(sink);
  return sink.bytes;
}
