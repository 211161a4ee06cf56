import type { ByteSource } from '../byte-source.ts';
import type { CheckpointContents } from './checkpoint-contents.ts';
import { isComplex, type TensorValues } from './dtype.ts';
import { checkpointFormat, TELLING_BYTES } from './file-kind.ts';
import { openLegacy } from './legacy-format.ts';
import { malformed, ofFile } from './malformed.ts';
import type { PickleValue } from './pickle-value.ts';
import { readTensor } from './read-tensor.ts';
import type { TorchTensor } from './tensor.ts';
import { openZip } from './zip-format.ts';

/** A file that torch.save wrote, open: its object is read, its tensors' values are not. */
export interface Checkpoint {
  /** The unpickled object. */
  readonly root: PickleValue;
  /**
   * Reads a tensor's values in row-major order; a half as a float32, a complex number as two values.
   * @throws ModelFailure
   */
  readValues(tensor: TorchTensor): Promise<TensorValues>;
  /** As readValues, rounded to float32. @throws ModelFailure also where the tensor is complex */
  readFloat32(tensor: TorchTensor): Promise<Float32Array<ArrayBuffer>>;
}

/**
 * Opens a checkpoint of either format, reading headers and pickles only; `source` is read again
 * whenever a tensor is.
 * @throws ModelFailure
 */
export function openCheckpoint(source: ByteSource): Promise<Checkpoint> {
  const telling = <T>(read: () => Promise<T>) => ofFile(source.name, read);
  return telling(async () => {
    const contents = await openContents(source);
    return {
      root: contents.root,
      readValues: (tensor) => telling(() => readTensor(source, contents, tensor)),
      readFloat32: (tensor) =>
        telling(async () => {
          if (isComplex(tensor.dtype)) {
            throw malformed(`a tensor of shape [${tensor.shape.join(', ')}] is complex`);
          }
          return asFloat32(await readTensor(source, contents, tensor));
        }),
    };
  });
}

async function openContents(source: ByteSource): Promise<CheckpointContents> {
  const head = await source.read(0, Math.min(source.size, TELLING_BYTES));
  return checkpointFormat(head, source.size) === 'zip' ? openZip(source) : openLegacy(source);
}

function asFloat32(values: TensorValues): Float32Array<ArrayBuffer> {
  return values instanceof Float32Array ? values : Float32Array.from(values, Number);
}
