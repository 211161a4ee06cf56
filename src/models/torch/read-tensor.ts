import type { ByteSource } from '../byte-source.ts';
import type { CheckpointContents } from './checkpoint-contents.ts';
import { decodeValues, DTYPES, type TensorValues } from './dtype.ts';
import { cutOff, malformed } from './malformed.ts';
import { elementCount, inRowMajor, spannedElements } from './row-major.ts';
import type { TorchTensor } from './tensor.ts';

/** 512 MiB of float32: sixteen times an InterNet's largest tensor. */
const MAX_ELEMENTS = 2 ** 27;

/** Reads a tensor's values in row-major order, and of its storage only the bytes that it spans. */
export async function readTensor(
  source: ByteSource,
  contents: CheckpointContents,
  { storage, dtype, shape, stride, storageOffset }: TorchTensor,
): Promise<TensorValues> {
  const width = DTYPES[dtype].bytes;
  const span = spannedElements(shape, stride);
  // An expanded tensor is larger than what it spans.
  if (!(Math.max(elementCount(shape), span) <= MAX_ELEMENTS)) {
    throw malformed(`a tensor of shape [${shape.join(', ')}] is too large`);
  }
  const start = (await contents.dataStart(storage)) + storageOffset * width;
  if (start + span * width > source.size) {
    throw cutOff(`its storage ${storage.key} ends past its ${source.size} bytes`);
  }
  const bytes = await source.read(start, span * width);
  return decodeValues(inRowMajor(bytes, shape, stride, width), dtype);
}
