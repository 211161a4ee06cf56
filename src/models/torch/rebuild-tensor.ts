import { DTYPES, isTorchDtype, type TorchDtype } from './dtype.ts';
import { malformed } from './malformed.ts';
import { Opaque } from './opaque.ts';
import type { PickleValue } from './pickle-value.ts';
import { isShape, spannedElements } from './row-major.ts';
import { TorchStorage } from './storage.ts';
import { TorchTensor } from './tensor.ts';

/**
 * torch._utils._rebuild_tensor and _rebuild_tensor_v2.
 * @param args storage, storage offset, size, stride, and what matters to training only
 */
export function rebuildTensor(args: readonly PickleValue[]): PickleValue {
  return viewOf(args, (storage) => storage.dtype);
}

/** torch._utils._rebuild_tensor_v3, whose storage is of bytes and whose seventh argument is the dtype. */
export function rebuildTensorOfDtype(args: readonly PickleValue[]): PickleValue {
  const type = args[6];
  return viewOf(args, () => (type instanceof Opaque ? dtypeNamed(type.name) : null));
}

/** torch._utils._rebuild_parameter: the tensor it is made of. */
export function rebuildParameter([tensor]: readonly PickleValue[]): PickleValue {
  if (tensor === undefined) throw malformed('a parameter in it has no tensor');
  return tensor;
}

/** A tensor; Opaque where its storage or its dtype is of a kind unknown here. */
function viewOf(
  [storage, storageOffset, shape, stride]: readonly PickleValue[],
  dtypeOf: (storage: TorchStorage) => TorchDtype | null,
): PickleValue {
  if (storage instanceof Opaque) return storage;
  if (!(storage instanceof TorchStorage)) throw malformed('a tensor in it has no storage');
  const dtype = dtypeOf(storage);
  if (!dtype) return new Opaque('torch.Tensor');
  const start = [storageOffset ?? null];
  if (!isShape(start) || !isShape(shape) || !isShape(stride) || shape.length !== stride.length) {
    throw malformed(`a tensor of its storage ${storage.key} has no offset, shape or stride`);
  }
  const end = (start[0]! + spannedElements(shape, stride)) * DTYPES[dtype].bytes;
  // Not `>`: absurd sizes multiply to NaN.
  if (!(end <= storage.byteLength)) {
    throw malformed(
      `a tensor of shape [${shape.join(', ')}] ends at byte ${end} of its storage ${storage.key}, ` +
        `which has ${storage.byteLength}`,
    );
  }
  return new TorchTensor({ storage, dtype, shape, stride, storageOffset: start[0]! });
}

/** @param name as Python's, such as "torch.uint16" */
function dtypeNamed(name: string): TorchDtype | null {
  const key = name.replace('torch.', '');
  return isTorchDtype(key) ? key : null;
}
