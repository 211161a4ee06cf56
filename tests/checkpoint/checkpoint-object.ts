import type { Layout, RandomTensor } from './internet-tensors.ts';
import { global, tuple, type Pickled } from './pickle-writer.ts';

/** A storage of the file: one for every tensor. */
export interface Storage {
  readonly tensor: RandomTensor;
  /** The name that torch gives it: a number in a zip, an address in the legacy format. */
  readonly key: string;
  /** Decides its values. */
  readonly seed: number;
}

type Entry = readonly [Pickled, Pickled];

/** A storage's persistent id, as the format writes it. */
export type Reference = (storage: Storage) => Pickled;

const ORDERED_DICT = global('collections', 'OrderedDict');

/** Adam's step of a self-trained network: an int, as torch before 1.12 keeps it. */
const STEP = 20_001;

/** What Python's id() gave the parameters; old torch names their states so. */
const FIRST_ID = 140_234_567_890_123n;

/** Adam's running averages of every trained tensor's gradient and of its square, in file order. */
export function adamTensors(tensors: readonly RandomTensor[]): readonly RandomTensor[] {
  return tensors.flatMap((tensor) => {
    if (!tensor.trained) return [];
    const average = { ...tensor, key: `${tensor.key} exp_avg`, mean: 0, deviation: 1e-4 };
    const square = { ...tensor, key: `${tensor.key} exp_avg_sq`, mean: 1e-6, deviation: 2e-7 };
    return [average, square];
  });
}

/** The dict that torch.save was given, tensors by reference to their storages. */
export function checkpointObject(
  layout: Layout,
  network: readonly Storage[],
  adam: readonly Storage[],
  reference: Reference,
): Pickled {
  const state = stateDict(network, reference);
  const optimizer: Entry[] = adam.length > 0 ? [['optimizer', adamState(adam, reference)]] : [];
  if (layout === 'official') return dict(['epoch', 20], ['network', state], ...optimizer);
  const meta = dict(['epoch', 20], ['iter', STEP]);
  return dict(['meta', meta], ['state_dict', state], ...optimizer);
}

function stateDict(storages: readonly Storage[], reference: Reference): Pickled {
  const keys = storages.map(({ tensor }) => tensor.key);
  const modules = new Set(keys.map((key) => key.slice(0, key.lastIndexOf('.'))));
  const versions = Array.from(modules, (name): Entry => [name, dict(['version', 1])]);
  return {
    ...orderedDict(storages.map((storage, i) => [keys[i]!, tensorOf(storage, reference)])),
    state: dict(['_metadata', orderedDict(versions)]),
  };
}

function adamState(storages: readonly Storage[], reference: Reference): Pickled {
  const states = dict();
  for (let i = 0; i < storages.length; i += 2) {
    const state = dict(
      ['step', STEP],
      ['exp_avg', tensorOf(storages[i]!, reference)],
      ['exp_avg_sq', tensorOf(storages[i + 1]!, reference)],
    );
    states.set(FIRST_ID + 72n * BigInt(i / 2), state);
  }
  const group = dict(
    ['lr', 1e-6],
    ['betas', tuple(0.9, 0.999)],
    ['eps', 1e-8],
    ['weight_decay', 0],
    ['amsgrad', false],
    ['params', [...states.keys()]],
  );
  return dict(['state', states], ['param_groups', [group]]);
}

/** torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks). */
function tensorOf(storage: Storage, reference: Reference): Pickled {
  const { shape } = storage.tensor;
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  return {
    type: 'reduced',
    callable: global('torch._utils', '_rebuild_tensor_v2'),
    args: tuple(
      { type: 'persistent', id: reference(storage) },
      0,
      tuple(...shape),
      tuple(...strides),
      false,
      orderedDict([]),
    ),
  };
}

function orderedDict(entries: readonly Entry[]) {
  const items = dict(...entries);
  return { type: 'reduced' as const, callable: ORDERED_DICT, args: tuple(), items };
}

function dict(...entries: readonly Entry[]): Map<Pickled, Pickled> {
  return new Map(entries);
}
