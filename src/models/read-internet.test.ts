import { create, toBinary } from '@bufbuild/protobuf';
import { describe, expect, test } from 'vitest';
import { OFFICIAL_CONTRACT } from '../../tests/fake-internet.ts';
import { convertGolden, GOLDEN_CHECKPOINTS } from '../../tests/golden-internet.ts';
import { hasGolden } from '../../tests/golden.ts';
import { memorySource } from '../../tests/memory-file.ts';
import { GraphProtoSchema, ModelProtoSchema } from './onnx/onnx_pb.js';
import { toValueInfo } from './onnx/tensor-info.ts';
import { readInternet } from './read-internet.ts';

type Sizes = readonly (number | string)[];

interface Ends {
  readonly inputs: Readonly<Record<string, Sizes>>;
  readonly outputs: Readonly<Record<string, Sizes>>;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly dataType?: number;
}

const IMAGE = { image: ['N', 3, 256, 256] };
const BOTH = { handedness: ['N', 2], relative_depth: ['N', 1] };
const HEATMAP = { heatmap: ['N', 42 * 64, 64, 64] };
const JOINTS = { joints: ['N', 42, 3], joint_score: ['N', 42] };

/** An ONNX file that promises what it is told to, and computes nothing. */
function onnx({ inputs, outputs, metadata = {}, dataType = 1 }: Ends): Uint8Array<ArrayBuffer> {
  const infos = (sizes: Readonly<Record<string, Sizes>>) =>
    Object.entries(sizes).map(([name, dims]) => toValueInfo({ name, dims, dataType }));
  const graph = create(GraphProtoSchema, { input: infos(inputs), output: infos(outputs) });
  const metadataProps = Object.entries(metadata).map(([key, value]) => ({ key, value }));
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, { irVersion: 8n, graph, metadataProps }),
  );
}

const read = (bytes: Uint8Array<ArrayBuffer>) => readInternet(memorySource(bytes, 'net.onnx'));

describe('readInternet', () => {
  test('without metadata: taken for one of the official code', async () => {
    const contract = await read(onnx({ inputs: IMAGE, outputs: { ...HEATMAP, ...BOTH } }));
    expect(contract).toEqual(OFFICIAL_CONTRACT);
  });

  test('joints instead of a heatmap, with a prior, in half floats', async () => {
    const contract = await read(
      onnx({
        inputs: { ...IMAGE, prior: ['N', 42, 32, 32], prior_depth: ['N', 42, 2] },
        outputs: { ...JOINTS, ...BOTH },
        metadata: {
          'handstream.variant': 'lite',
          'handstream.prior': '32,1.5',
          'handstream.depth_extent_mm': '500',
          'handstream.licence': 'Apache-2.0',
          'handstream.source': 'lite.pt abc',
        },
        dataType: 10,
      }),
    );
    expect(contract).toEqual({
      variant: 'lite',
      inputSize: 256,
      heatmapSize: null,
      jointOrder: 'interhand',
      depthExtentMm: 500,
      prior: { size: 32, sigma: 1.5 },
      precision: 'fp16',
      licence: 'Apache-2.0',
      source: 'lite.pt abc',
    });
  });

  const outputs = { ...HEATMAP, ...BOTH };
  const says = (key: string, value: string): Ends => ({
    inputs: IMAGE,
    outputs,
    metadata: { [`handstream.${key}`]: value },
  });
  test.each<[Ends, string]>([
    [{ inputs: { x: ['N', 3] }, outputs }, 'no input image [N, 3, *, *]; its inputs: x'],
    [{ inputs: { image: [1, 3, 256, 256] }, outputs }, 'image is [1, 3, 256, 256], not'],
    [{ inputs: { image: ['N', 3, 'H', 'W'] }, outputs }, 'image is [N, 3, H, W], not'],
    [{ inputs: { image: ['N', 3, 256, 192] }, outputs }, 'not square, but 192x256'],
    [{ inputs: IMAGE, outputs, dataType: 7 }, 'image is not of floats (ONNX type 7)'],
    [{ inputs: { ...IMAGE, noise: ['N', 1] }, outputs }, 'nothing here can give its input noise'],
    [{ inputs: IMAGE, outputs: BOTH }, 'no output heatmap'],
    [{ inputs: IMAGE, outputs: { ...BOTH, heatmap: ['N', 100, 64, 64] } }, '100 channels'],
    [{ inputs: IMAGE, outputs: { ...BOTH, joints: ['N', 42, 3] } }, 'no output joint_score'],
    [{ inputs: IMAGE, outputs: { ...outputs, handedness: ['N', 1] } }, 'handedness is [N, 1], not'],
    [{ inputs: { ...IMAGE, prior: ['N', 42, 8, 8] }, outputs }, 'prior says nothing'],
    [{ inputs: { ...IMAGE, prior_depth: ['N', 42] }, outputs }, 'not [N, 42, 2]'],
    [says('variant', 'huge'), 'variant says huge, not official'],
    [says('heatmap_size', '32,64,64'), 'heatmap_size says 32,64,64, but it is 64,64,64'],
    [says('input_size', '512'), 'input_size says 512, but it is 256'],
    [says('joint_order', 'alphabetical'), 'joint_order says alphabetical'],
    [says('depth_extent_mm', 'far'), 'depth_extent_mm says far'],
  ])('refuses %j', async (ends, reason) => {
    const reading = read(onnx(ends));
    await expect(reading).rejects.toMatchObject({ problem: { type: 'breaks-contract' } });
    await expect(reading).rejects.toThrow(reason);
    await expect(reading).rejects.toThrow('net.onnx is no InterNet that Handstream can run: ');
  });

  test.each([
    ['nothing', []],
    ['a zip', [0x50, 0x4b, 3, 4]],
    ['a header only', [0x08, 8]],
    ['a field that is none', [0x08, 8, 0x07, 1, 2, 3]],
  ])('%s is no ONNX file', async (_, bytes) => {
    await expect(read(new Uint8Array(bytes))).rejects.toMatchObject({
      problem: { type: 'not-onnx' },
    });
  });

  test('a file cut off anywhere in its graph', async () => {
    const whole = onnx({ inputs: IMAGE, outputs: { ...HEATMAP, ...BOTH } });
    for (let length = 5; length < whole.length; length += 7) {
      const problem = { type: 'truncated', reason: `${whole.length - length} bytes are missing` };
      await expect(read(whole.slice(0, length))).rejects.toMatchObject({ problem });
    }
  });
});

describe.skipIf(!hasGolden)('readInternet (needs ../shared/golden)', () => {
  test.each(GOLDEN_CHECKPOINTS)('reads what was made from $file', async ({ file, variant }) => {
    const { onnx } = await convertGolden(file);
    const contract = await read(onnx);
    expect(contract).toMatchObject({
      variant,
      inputSize: 256,
      heatmapSize: [64, 64, 64],
      depthExtentMm: 400,
      prior: null,
      precision: 'fp32',
    });
    expect(contract.licence).toContain('CC BY-NC 4.0');
    expect(contract.source).toMatch(new RegExp(`^${file} [0-9a-f]{64}$`));
  });

  test('sees half floats', async () => {
    const { onnx } = await convertGolden(GOLDEN_CHECKPOINTS[0].file, { half: true });
    expect((await read(onnx)).precision).toBe('fp16');
  });
});
