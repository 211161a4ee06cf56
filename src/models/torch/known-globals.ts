import { decodeValues, DTYPES } from './dtype.ts';
import { malformed } from './malformed.ts';
import { NumpyArray } from './numpy-array.ts';
import { NumpyDtype } from './numpy-dtype.ts';
import { Opaque } from './opaque.ts';
import type { PickleFunction, PickleValue } from './pickle-value.ts';
import { latin1Bytes } from './pickle/latin1.ts';
import { pythonInteger } from './pickle/python-integer.ts';
import { rebuildParameter, rebuildTensor, rebuildTensorOfDtype } from './rebuild-tensor.ts';

/** The closed list of Python globals that mean something here, each as our own function. */
export const KNOWN_GLOBALS: ReadonlyMap<string, PickleFunction> = new Map<string, PickleFunction>([
  ['collections.OrderedDict', orderedDict],
  ['__builtin__.set', set],
  ['builtins.set', set],
  ['__builtin__.frozenset', set],
  ['builtins.frozenset', set],
  ['__builtin__.bytes', emptyBytes],
  ['builtins.bytes', emptyBytes],
  ['_codecs.encode', encode],
  ['torch._utils._rebuild_tensor', rebuildTensor],
  ['torch._utils._rebuild_tensor_v2', rebuildTensor],
  ['torch._utils._rebuild_tensor_v3', rebuildTensorOfDtype],
  ['torch._utils._rebuild_parameter', rebuildParameter],
  ['torch.Size', ([sizes]) => listOf(sizes)],
  ['torch.device', device],
  ['numpy.dtype', numpyDtype],
  ['numpy.core.multiarray._reconstruct', () => new NumpyArray()],
  ['numpy._core.multiarray._reconstruct', () => new NumpyArray()],
  ['numpy.core.multiarray.scalar', numpyScalar],
  ['numpy._core.multiarray.scalar', numpyScalar],
]);

/** @param args none, or a list of [key, value] */
function orderedDict([pairs]: readonly PickleValue[]): PickleValue {
  return new Map(
    listOf(pairs).map((pair) => {
      const [key, value] = listOf(pair);
      if (key === undefined || value === undefined) throw malformed('an item in it has no value');
      return [key, value];
    }),
  );
}

function set([items]: readonly PickleValue[]): PickleValue {
  return new Set(listOf(items));
}

/** How Python 3 writes no bytes for Python 2; other bytes come through _codecs.encode. */
function emptyBytes(): PickleValue {
  return new Uint8Array(0);
}

/** How Python 3 writes bytes for Python 2: a text and 'latin1'. */
function encode([text, encoding]: readonly PickleValue[]): PickleValue {
  if (typeof text !== 'string' || encoding !== 'latin1') return new Opaque('_codecs.encode');
  return latin1Bytes(text);
}

/** @param args a type and perhaps an index: "cuda:0" */
function device([type, index]: readonly PickleValue[]): PickleValue {
  if (typeof type !== 'string') return new Opaque('torch.device');
  return typeof index === 'number' ? `${type}:${index}` : type;
}

function numpyDtype([code]: readonly PickleValue[]): PickleValue {
  return typeof code === 'string' ? new NumpyDtype(code) : new Opaque('numpy.dtype');
}

/** A number; Opaque where torch has no such type, or it is complex. */
function numpyScalar([type, bytes]: readonly PickleValue[]): PickleValue {
  const dtype = type instanceof NumpyDtype ? type.dtype : null;
  if (!dtype || !(bytes instanceof Uint8Array) || bytes.length !== DTYPES[dtype].bytes) {
    return new Opaque('numpy.core.multiarray.scalar');
  }
  const [value, imaginary] = decodeValues(bytes, dtype);
  if (imaginary !== undefined) return new Opaque('numpy.core.multiarray.scalar');
  return typeof value === 'bigint' ? pythonInteger(value) : value!;
}

function listOf(value: PickleValue | undefined): PickleValue[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw malformed('its pickle makes a container of what is no list');
  return value;
}
