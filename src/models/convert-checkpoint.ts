import type { ByteSink, ByteSource } from './byte-source.ts';
import { CheckedTensors } from './checked-tensors.ts';
import { digestOf, DigestingSink } from './file-digest.ts';
import { DEPTH_EXTENT_MM, internetGraph, type InternetGraph } from './internet-graph.ts';
import { leftFirst, recogniseLayout } from './internet-layout.ts';
import { METADATA_KEYS } from './internet-metadata.ts';
import { findStateDict } from './internet-state-dict.ts';
import { toHalfPrecision } from './onnx/half-precision.ts';
import { layOutOnnx } from './onnx/write-onnx.ts';
import { openCheckpoint } from './torch/checkpoint.ts';

export interface ConversionOptions {
  /** Weights, image and outputs as half floats. */
  readonly half: boolean;
  /** The first head is the left hand's, and each hand's wrist comes first: official STB and RHD. */
  readonly leftFirst: boolean;
  /** Called with the part that is done, 0..1. */
  readonly onProgress?: (fraction: number) => void;
  /** Stops between two tensors; what was written till then is worthless. */
  readonly signal?: AbortSignal;
}

/** What a checkpoint turned out to be, and the ONNX file that was made of it. */
export interface ConversionReport {
  readonly variant: 'official' | 'mmpose';
  /** Trained numbers. */
  readonly parameters: number;
  /** Side of the image, px. */
  readonly inputSize: number;
  readonly heatmapSize: readonly [depth: number, height: number, width: number];
  /** Of the ONNX file, hex. */
  readonly sha256: string;
  /** Of the ONNX file. */
  readonly bytes: number;
}

/** Neither code publishes weights that were trained on anything else. */
const LICENCES = {
  official: 'CC BY-NC 4.0 (InterHand2.6M)',
  mmpose: 'trained on InterHand2.6M, which is CC BY-NC 4.0: non-commercial use only',
};

/**
 * Converts a PyTorch checkpoint of InterNet to an ONNX file that keeps the contract of design.md
 * section 5. Holds one tensor at a time.
 * @throws ModelFailure before a byte is written, where a tensor is missing, wrong or one too many
 * @throws the signal's reason
 */
export async function convertCheckpoint(
  source: ByteSource,
  sink: ByteSink,
  { half, onProgress, signal, ...options }: ConversionOptions,
): Promise<ConversionReport> {
  const { name } = source;
  const checkpoint = await openCheckpoint(source);
  const dict = findStateDict(checkpoint.root, name);
  const layout = recogniseLayout(dict, name);
  const tensors = new CheckedTensors(name, dict, checkpoint);
  const internet = internetGraph(options.leftFirst ? leftFirst(layout, name) : layout, tensors);
  tensors.requireAllTaken();

  const model = half ? toHalfPrecision(internet.model)! : internet.model;
  const total = source.size + model.weights.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const proceed = (bytes: number) => {
    signal?.throwIfAborted();
    onProgress?.(Math.min(bytes / total, 1));
  };
  const origin = `${name} ${await digestOf(source, proceed)}`;
  const metadata = describe(layout.variant, internet, origin);
  if (options.leftFirst) metadata.set(METADATA_KEYS.jointOrder, 'wrist-first');
  const digesting = new DigestingSink(sink, (bytes) => proceed(source.size + bytes));
  const file = layOutOnnx({ ...model, metadata });
  await file.write(digesting);
  proceed(total);
  const { inputSize, heatmapSize } = internet;
  return {
    variant: layout.variant,
    parameters: tensors.parameters,
    inputSize,
    heatmapSize,
    sha256: digesting.digest(),
    bytes: file.byteLength,
  };
}

/** @param origin the checkpoint's name and hash */
function describe(
  variant: ConversionReport['variant'],
  { inputSize, heatmapSize }: InternetGraph,
  origin: string,
): Map<string, string> {
  return new Map([
    [METADATA_KEYS.variant, variant],
    [METADATA_KEYS.inputSize, String(inputSize)],
    [METADATA_KEYS.heatmapSize, heatmapSize.join(',')],
    [METADATA_KEYS.depthExtentMm, String(DEPTH_EXTENT_MM)],
    [METADATA_KEYS.licence, LICENCES[variant]],
    [METADATA_KEYS.source, origin],
  ]);
}
