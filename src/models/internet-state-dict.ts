import { ModelFailure } from './model-failure.ts';
import type { PickleValue } from './torch/pickle-value.ts';
import { TorchTensor } from './torch/tensor.ts';

/** Where checkpoints keep their tensors: official ones in `network`, MMPose's in `state_dict`. */
const WRAPPERS = ['network', 'state_dict'];

/** What torch.nn.DataParallel puts before every name. */
const PARALLEL = 'module.';

/** What MMPose 1.x keeps beside the network; ours to drop. */
const PREPROCESSOR = 'data_preprocessor.';

/** A BatchNorm's counter, of no use once it is trained. */
const COUNTER = '.num_batches_tracked';

/** A network's tensors by their names in the file, without `module.`; what is of no use is left out. */
export type StateDict = ReadonlyMap<string, TorchTensor>;

/**
 * Finds the state dict in what torch.save saved.
 * @param name the file's
 * @throws ModelFailure 'not-an-internet' when there are no tensors by name
 */
export function findStateDict(root: PickleValue, name: string): StateDict {
  const dict = unwrap(root);
  const tensors = dict instanceof Map ? Array.from(dict).filter(isNamedTensor) : [];
  if (tensors.length === 0) {
    const reason = 'it holds no tensors by name, neither itself nor in "network" or "state_dict"';
    throw new ModelFailure({ type: 'not-an-internet', name, reason });
  }
  const parallel = tensors.every(([key]) => key.startsWith(PARALLEL));
  return new Map(
    tensors
      .map(([key, tensor]) => [parallel ? key.slice(PARALLEL.length) : key, tensor] as const)
      .filter(([key]) => !key.startsWith(PREPROCESSOR) && !key.endsWith(COUNTER)),
  );
}

function unwrap(root: PickleValue): PickleValue {
  if (!(root instanceof Map)) return root;
  const wrapped = WRAPPERS.map((key) => root.get(key)).find((value) => value instanceof Map);
  return wrapped ?? root;
}

function isNamedTensor(entry: [PickleValue, PickleValue]): entry is [string, TorchTensor] {
  return typeof entry[0] === 'string' && entry[1] instanceof TorchTensor;
}
