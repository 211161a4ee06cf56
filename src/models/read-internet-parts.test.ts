import { beforeAll, describe, expect, test, vi } from 'vitest';
import { convertGolden, GOLDEN_CHECKPOINTS, runOnGolden } from '../../tests/golden-internet.ts';
import { hasGolden } from '../../tests/golden.ts';
import { maxDifference } from '../../tests/max-difference.ts';
import { memorySource, MemorySink } from '../../tests/memory-file.ts';
import { runOnnx, type FloatTensor } from '../../tests/run-onnx.ts';
import { HAND_SIDES } from '../hands/hand-side.ts';
import { FLOAT32 } from './onnx/data-type.ts';
import { GraphBuilder } from './onnx/graph-builder.ts';
import { readOnnx } from './onnx/read-onnx.ts';
import { fromValueInfo, type TensorInfo } from './onnx/tensor-info.ts';
import { layOutOnnx } from './onnx/write-onnx.ts';
import { readInternetParts, type InternetParts } from './read-internet-parts.ts';

// Networks run on one thread, beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const CHECKPOINT = GOLDEN_CHECKPOINTS[2].file;
const HAND = 21 * 64 ** 3;

const read = (onnx: Uint8Array<ArrayBuffer>, precision: 'fp32' | 'fp16') =>
  readInternetParts(memorySource(onnx, 'net.onnx'), { precision });

/** Runs trunk and both heads, and puts their answers together as the whole network's. */
async function runParts({
  trunk,
  heads,
}: InternetParts): Promise<Readonly<Record<string, FloatTensor>>> {
  const outputs = await runOnGolden(trunk, 'blob');
  const heatmap = new Float32Array(2 * HAND);
  for (const [i, side] of HAND_SIDES.entries()) {
    const result = await runOnnx(heads![side], outputs);
    expect(Object.keys(result)).toEqual(['heatmap']);
    expect(result['heatmap']!.dims).toEqual([1, 21 * 64, 64, 64]);
    heatmap.set(result['heatmap']!.data, i * HAND);
  }
  return { ...outputs, heatmap: { data: heatmap, dims: [1, 42 * 64, 64, 64] } };
}

describe.skipIf(!hasGolden)('readInternetParts (needs ../shared/golden)', () => {
  let single: Uint8Array<ArrayBuffer>;
  let half: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    single = (await convertGolden(CHECKPOINT)).onnx;
    half = (await convertGolden(CHECKPOINT, { half: true })).onnx;
  });

  test('trunk and heads give exactly what the whole network gives', async () => {
    const parts = await read(single, 'fp32');
    expect(parts.contract.precision).toBe('fp32');
    const [whole, apart] = [await runOnGolden(single, 'blob'), await runParts(parts)];
    for (const name of ['heatmap', 'handedness', 'relative_depth'] as const) {
      expect(maxDifference(apart[name]!.data, whole[name]!.data)).toBe(0);
    }
    expect(Object.keys(apart)).toHaveLength(4);
  });

  test('every weight is in one part and no other', async () => {
    const { trunk, heads } = await read(single, 'fp32');
    const names = async (bytes: Uint8Array<ArrayBuffer>) =>
      (await readOnnx(memorySource(bytes, 'part.onnx'))).weights.map(({ name }) => name);
    const parts = [trunk, heads!.right, heads!.left];
    const inParts = (await Promise.all(parts.map(names))).flat();
    expect(inParts.toSorted()).toEqual((await names(single)).toSorted());
  });

  test('half floats as float32: the numbers of the half-float file, no half left', async () => {
    const parts = await read(half, 'fp32');
    expect(parts.contract.precision).toBe('fp32');
    const { graph, weights } = await readOnnx(memorySource(parts.trunk, 'trunk.onnx'));
    const ends = [...graph.input, ...graph.output].map(fromValueInfo);
    const types = [...weights, ...ends].map(({ dataType }) => dataType);
    expect(new Set(types)).toEqual(new Set([FLOAT32]));
    const [exact, apart] = [await runOnGolden(single, 'blob'), await runParts(parts)];
    // Only the weights are rounded: 0.14 and 0.47 mm were measured.
    expect(maxDifference(apart['heatmap']!.data, exact['heatmap']!.data)).toBeLessThan(0.2);
    expect(
      maxDifference(apart['relative_depth']!.data, exact['relative_depth']!.data),
    ).toBeLessThan(0.5);
  });

  test('float32 as half floats: the same model as the half-float file', async () => {
    const [a, b] = [await read(single, 'fp16'), await read(half, 'fp16')];
    expect(a.contract.precision).toBe('fp16');
    expect(Buffer.from(a.heads!.left).equals(b.heads!.left)).toBe(true);
    expect(a.trunk.length).toBe(b.trunk.length);
  });
});

/** A network that keeps the contract and computes nothing of use. */
async function toyNetwork(build: (graph: GraphBuilder) => void, outputs: Record<string, number[]>) {
  const graph = new GraphBuilder();
  build(graph);
  graph.node('Identity', ['side'], 'handedness');
  graph.node('Identity', ['depth'], 'relative_depth');
  const info = (name: string, ...sizes: number[]): TensorInfo => ({
    name,
    dataType: FLOAT32,
    dims: ['N', ...sizes],
  });
  const ends = { ...outputs, handedness: [2], relative_depth: [1] };
  const outputInfos = Object.entries(ends).map(([name, sizes]) => info(name, ...sizes));
  const sink = new MemorySink();
  await layOutOnnx(graph.build('toy', [info('image', 3, 64, 64)], outputInfos, [])).write(sink);
  return sink.bytes;
}

describe('networks that cannot be taken apart', () => {
  const heatmap = { heatmap: [42 * 8, 8, 8] };
  test.each<[string, (graph: GraphBuilder) => void, Record<string, number[]>]>([
    ['heatmap in one', (graph) => graph.node('Conv', ['image'], 'heatmap'), heatmap],
    [
      'joints',
      (graph) => {
        graph.node('Conv', ['image'], 'joints');
        graph.node('Conv', ['image'], 'joint_score');
      },
      { joints: [42, 3], joint_score: [42] },
    ],
    [
      'hands put together along the height',
      (graph) => {
        graph.node('Conv', ['image'], 'features');
        const hands = ['right', 'left'].map((side) => graph.node('Conv', ['features'], side));
        graph.node('Concat', hands, 'heatmap', { axis: 2 });
      },
      heatmap,
    ],
    [
      'hands straight from the image',
      (graph) => {
        const hands = ['right', 'left'].map((side) => graph.node('Conv', ['image'], side));
        graph.node('Concat', hands, 'heatmap', { axis: 1 });
      },
      heatmap,
    ],
  ])('%s: the trunk is the whole', async (_, build, outputs) => {
    const onnx = await toyNetwork(build, outputs);
    const { trunk, heads } = await read(onnx, 'fp32');
    expect(heads).toBe(null);
    expect(Buffer.from(trunk).equals(onnx)).toBe(true);
  });

  test('an operator that we do not know: the precision stays', async () => {
    const onnx = await toyNetwork((graph) => graph.node('Fancy', ['image'], 'heatmap'), heatmap);
    const { contract, trunk } = await read(onnx, 'fp16');
    expect(contract.precision).toBe('fp32');
    expect(Buffer.from(trunk).equals(onnx)).toBe(true);
  });
});
