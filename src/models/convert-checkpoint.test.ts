import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  convertGolden,
  GOLDEN_CHECKPOINTS,
  GOLDEN_PICTURES,
  goldenSource,
  peaksOf,
  runOnGolden as runOn,
} from '../../tests/golden-internet.ts';
import { hasGolden, readGolden, type Golden } from '../../tests/golden.ts';
import { maxDifference } from '../../tests/max-difference.ts';
import { memorySource, MemorySink } from '../../tests/memory-file.ts';
import { convertCheckpoint } from './convert-checkpoint.ts';
import { readInternet } from './read-internet.ts';

// Networks run on one thread, beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const OPTIONS = { half: false, leftFirst: false };
const [OFFICIAL_ZIP, OFFICIAL_LEGACY] = GOLDEN_CHECKPOINTS.map(({ file }) => file);

/** What PyTorch gave for one picture; peaks in bins, depth in mm. */
function expectedOf({ tensor }: Golden<unknown>, variant: 'official' | 'mmpose', picture: string) {
  const values = (name: string) => Array.from(tensor(`${picture}/${name}`).data);
  const rows = (flat: number[]) =>
    Array.from({ length: 42 }, (_, i) => flat.slice(3 * i, 3 * i + 3));
  const heatmapSamples = values('heatmap_idx_value');
  if (variant === 'official') {
    const [bin] = values('rel_root_depth') as [number];
    const peaks = rows(values('joint_coord'));
    return {
      heatmapSamples,
      peaks,
      handedness: values('hand_type'),
      relativeDepth: [((bin / 64) * 2 - 1) * 200],
    };
  }
  const peaks = rows(values('keypoints_input_space')).map(([x, y, z]) => [
    x! / 4,
    y! / 4,
    (z! / 400 + 0.5) * 64,
  ]);
  return {
    heatmapSamples,
    peaks,
    handedness: values('hand_sigmoid'),
    relativeDepth: values('rel_root_mm'),
  };
}

describe.skipIf(!hasGolden)('converted checkpoints (needs ../shared/golden)', () => {
  describe.each(GOLDEN_CHECKPOINTS)('$file', ({ file, variant }) => {
    let golden: Golden<unknown>;
    let onnx: Uint8Array<ArrayBuffer>;
    beforeAll(async () => {
      golden = readGolden(`internet_${variant}_small_expected`);
      ({ onnx } = await convertGolden(file));
    });

    test.each(GOLDEN_PICTURES)('gives the numbers of PyTorch for %s', async (picture) => {
      const { heatmap, handedness, relative_depth: depth } = await runOn(onnx, picture);
      const expected = expectedOf(golden, variant, picture);
      const samples = Array.from(golden.tensor('heatmap_idx').data, (i) => heatmap!.data[i]!);
      expect(heatmap!.dims).toEqual([1, 42 * 64, 64, 64]);
      expect(maxDifference(samples, expected.heatmapSamples)).toBeLessThan(2e-3);
      expect(peaksOf(heatmap!, variant)).toEqual(expected.peaks);
      expect(maxDifference(handedness!.data, expected.handedness)).toBeLessThan(1e-4);
      expect(maxDifference(depth!.data, expected.relativeDepth)).toBeLessThan(0.05);
    });
  });

  test('a batch gives what its pictures give alone', async () => {
    const { onnx } = await convertGolden(OFFICIAL_ZIP!);
    const both = await runOn(onnx, 'lcg', 'blob');
    const [lcg, blob] = [await runOn(onnx, 'lcg'), await runOn(onnx, 'blob')];
    for (const name of ['heatmap', 'handedness', 'relative_depth']) {
      const { data } = both[name]!;
      const half = data.length / 2;
      expect(maxDifference(data.subarray(0, half), lcg[name]!.data)).toBeLessThan(1e-4);
      expect(maxDifference(data.subarray(half), blob[name]!.data)).toBeLessThan(1e-4);
    }
  });

  test('left first: the heads are swapped, handedness and relative depth are not', async () => {
    const { onnx } = await convertGolden(OFFICIAL_ZIP!);
    const swapped = await convertGolden(OFFICIAL_ZIP!, { leftFirst: true });
    const [a, b] = [await runOn(onnx, 'blob'), await runOn(swapped.onnx, 'blob')];
    const hand = 21 * 64 ** 3;
    const [before, after] = [a['heatmap']!.data, b['heatmap']!.data];
    expect(maxDifference(after.subarray(0, hand), before.subarray(hand))).toBe(0);
    expect(maxDifference(after.subarray(hand), before.subarray(0, hand))).toBe(0);
    expect(b['handedness']).toEqual(a['handedness']);
    expect(b['relative_depth']).toEqual(a['relative_depth']);
    const contract = await readInternet(memorySource(swapped.onnx, 'swapped.onnx'));
    expect(contract.jointOrder).toBe('wrist-first');
  });

  test('left first is refused for MMPose, whose heads are named', async () => {
    const mmpose = GOLDEN_CHECKPOINTS.find(({ variant }) => variant === 'mmpose')!.file;
    const options = { ...OPTIONS, leftFirst: true };
    const conversion = convertCheckpoint(await goldenSource(mmpose), new MemorySink(), options);
    await expect(conversion).rejects.toMatchObject({ problem: { type: 'heads-named' } });
  });

  test('says what it found, made and how far it is', async () => {
    const sink = new MemorySink();
    const fractions: number[] = [];
    const onProgress = (fraction: number) => fractions.push(fraction);
    const source = await goldenSource(OFFICIAL_LEGACY!);
    const report = await convertCheckpoint(source, sink, { ...OPTIONS, onProgress });
    const { bytes } = sink;
    expect(report).toEqual({
      variant: 'official',
      parameters: 252_764,
      inputSize: 256,
      heatmapSize: [64, 64, 64],
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    });
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(0)).toBe(0);
    expect(fractions.at(-1)).toBe(1);
  });

  test('stops when told to', async () => {
    const controller = new AbortController();
    const onProgress = (fraction: number) => fraction > 0.6 && controller.abort();
    const options = { ...OPTIONS, onProgress, signal: controller.signal };
    const conversion = convertCheckpoint(
      await goldenSource(OFFICIAL_ZIP!),
      new MemorySink(),
      options,
    );
    await expect(conversion).rejects.toMatchObject({ name: 'AbortError' });
  });

  test.each([
    ['torch_zoo_zip.pt', 'not-an-internet'],
    ['nets2d/res50_small.pth', 'not-an-internet'],
    ['input_lcg_256.png', 'not-a-checkpoint'],
  ])('%s is refused: %s', async (file, type) => {
    const sink = new MemorySink();
    const conversion = convertCheckpoint(await goldenSource(file), sink, OPTIONS);
    await expect(conversion).rejects.toMatchObject({ problem: { type } });
    expect(sink.pieces).toHaveLength(0);
  });

  test.each([OFFICIAL_ZIP!, OFFICIAL_LEGACY!])('%s cut off is refused', async (file) => {
    const whole = await goldenSource(file);
    const sink = new MemorySink();
    const bytes = await whole.read(0, whole.size - 5000);
    const conversion = convertCheckpoint(memorySource(bytes, file), sink, OPTIONS);
    await expect(conversion).rejects.toMatchObject({ problem: { type: 'truncated', name: file } });
    expect(sink.pieces).toHaveLength(0);
  });
});
