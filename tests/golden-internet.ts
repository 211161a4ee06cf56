import { openAsBlob, readFileSync } from 'node:fs';
import { blobSource, type ByteSource } from '../src/models/byte-source.ts';
import { convertCheckpoint, type ConversionReport } from '../src/models/convert-checkpoint.ts';
import { decodeVolume } from '../src/hands/voxel-decode.ts';
import { sharedPath } from './golden.ts';
import { MemorySink } from './memory-file.ts';
import { runOnnx, type FloatTensor } from './run-onnx.ts';

/** The four small checkpoints under ../shared/golden: every layout in both of PyTorch's formats. */
export const GOLDEN_CHECKPOINTS = [
  { file: 'internet_official_small_zip.pth.tar', variant: 'official' },
  { file: 'internet_official_small_legacy.pth.tar', variant: 'official' },
  { file: 'internet_mmpose1x_small_legacy.pth', variant: 'mmpose' },
  { file: 'internet_mmpose0x_small_zip.pth', variant: 'mmpose' },
] as const;

type Picture = (typeof GOLDEN_PICTURES)[number];

/** The pictures that their expected outputs were made from. */
export const GOLDEN_PICTURES = ['lcg', 'pattern', 'blob'] as const;

export async function goldenSource(file: string): Promise<ByteSource> {
  return blobSource(await openAsBlob(sharedPath(`golden/${file}`)), file);
}

/** Converts one of the golden checkpoints. */
export async function convertGolden(
  file: string,
  options: { half?: boolean; leftFirst?: boolean } = {},
): Promise<{ report: ConversionReport; onnx: Uint8Array<ArrayBuffer> }> {
  const sink = new MemorySink();
  const all = { half: false, leftFirst: false, ...options };
  const report = await convertCheckpoint(await goldenSource(file), sink, all);
  return { report, onnx: sink.bytes };
}

/** A golden picture as a network takes it: [3, 256, 256], RGB in 0..1. */
export function goldenImage(picture: Picture): Float32Array<ArrayBuffer> {
  const pixels = readFileSync(sharedPath(`golden/input_${picture}_256x256x3_rgb_u8.bin`));
  const plane = 256 * 256;
  return Float32Array.from(
    { length: 3 * plane },
    (_, i) => pixels[(i % plane) * 3 + Math.floor(i / plane)]! / 255,
  );
}

/** Runs a converted golden checkpoint on golden pictures, as one batch. */
export function runOnGolden(onnx: Uint8Array<ArrayBuffer>, ...pictures: readonly Picture[]) {
  const data = new Float32Array(pictures.flatMap((picture) => Array.from(goldenImage(picture))));
  return runOnnx(onnx, { image: { data, dims: [pictures.length, 3, 256, 256] } });
}

/** Integer arg-max of each of a heatmap's 42 volumes as [x, y, z], bins. */
export function peaksOf({ data }: FloatTensor, decode: 'official' | 'mmpose'): number[][] {
  return Array.from({ length: 42 }, (_, joint) => {
    const { x, y, z } = decodeVolume(data, joint * 64 ** 3, [64, 64, 64], decode);
    return [x, y, z];
  });
}
