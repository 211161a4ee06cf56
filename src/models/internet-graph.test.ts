import { describe, expect, test } from 'vitest';
import { internetTensors, NARROW_WIDTHS } from '../../tests/checkpoint/internet-tensors.ts';
import { CheckedTensors } from './checked-tensors.ts';
import { internetGraph } from './internet-graph.ts';
import { recogniseLayout } from './internet-layout.ts';
import { findStateDict } from './internet-state-dict.ts';
import { ModelFailure, type ModelProblem } from './model-failure.ts';
import type { TorchDtype } from './torch/dtype.ts';
import type { PickleValue } from './torch/pickle-value.ts';
import { TorchTensor } from './torch/tensor.ts';

type Saved = Map<string, TorchTensor>;

function tensor(shape: readonly number[], dtype: TorchDtype = 'float32'): TorchTensor {
  const storage = { key: '0', dtype, byteLength: 0 };
  return new TorchTensor({ storage, dtype, shape, stride: [], storageOffset: 0 });
}

/** The state dict of a checkpoint, by the names in its file. */
function stateDict(layout: 'official' | 'mmpose1x' = 'official'): Saved {
  const tensors = internetTensors(layout, NARROW_WIDTHS);
  return new Map(tensors.map(({ key, shape, dtype }) => [key, tensor(shape, dtype)]));
}

/** What is wrong with it, as the whole of a file or within one; null where it is an InterNet. */
function problemOf(saved: Saved, wrapper?: string): ModelProblem | null {
  const checkpoint = { readValues: unread, readFloat32: unread, root: null };
  const root = new Map<string, PickleValue>(wrapper ? [[wrapper, new Map(saved)]] : saved);
  try {
    const dict = findStateDict(root, 'a.pth');
    const tensors = new CheckedTensors('a.pth', dict, checkpoint);
    internetGraph(recogniseLayout(dict, 'a.pth'), tensors);
    tensors.requireAllTaken();
    return null;
  } catch (error) {
    if (error instanceof ModelFailure) return error.problem;
    throw error;
  }
}

const unread = () => Promise.reject(new Error('No values are to be read'));

const NEEDED = Array.from(stateDict().keys()).filter((key) => !key.endsWith('num_batches_tracked'));

describe('the tensors of an InterNet', () => {
  test.each([
    ['official, in "network"', 'official', 'network', /^$/],
    ['official, bare', 'official', undefined, /^$/],
    ['official, bare, without module.', 'official', undefined, /^module\./],
    ['MMPose 1.x, in "state_dict"', 'mmpose1x', 'state_dict', /^$/],
    ['MMPose 1.x, bare', 'mmpose1x', undefined, /^$/],
    ['MMPose 0.x', 'mmpose1x', 'state_dict', /^(?=head)/],
  ] as const)('%s', (_, layout, wrapper, prefix) => {
    const to = layout === 'mmpose1x' ? 'keypoint_' : '';
    const renamed = Array.from(stateDict(layout), ([key, each]) => [key.replace(prefix, to), each]);
    expect(problemOf(new Map(renamed as [string, TorchTensor][]), wrapper)).toBe(null);
  });

  test('what it does not need may be there or not', () => {
    const saved = stateDict('mmpose1x');
    saved.set('data_preprocessor.mean', tensor([3, 1, 1]));
    for (const key of saved.keys()) if (key.endsWith('num_batches_tracked')) saved.delete(key);
    expect(problemOf(saved)).toBe(null);
  });

  test('each one that is missing is named', () => {
    expect(NEEDED).toHaveLength(366 - 59);
    for (const key of NEEDED) {
      const saved = stateDict();
      saved.delete(key);
      const tensor = key.replace('module.', '');
      expect(problemOf(saved)).toMatchObject({ type: 'tensor-missing', name: 'a.pth', tensor });
    }
  });

  test('no size of any can be another', () => {
    for (const key of NEEDED) {
      const { shape } = stateDict().get(key)!;
      shape.forEach((size, axis) => {
        const saved = stateDict().set(key, tensor(shape.with(axis, size + 1)));
        expect(problemOf(saved)).toMatchObject({ type: 'tensor-wrong' });
      });
    }
  });

  test('one of another kind is told with what was expected and found', () => {
    const key = 'module.backbone_net.resnet.layer1.0.conv2.weight';
    expect(problemOf(stateDict().set(key, tensor([2, 2, 3], 'int64')))).toEqual({
      type: 'tensor-wrong',
      name: 'a.pth',
      tensor: 'backbone_net.resnet.layer1.0.conv2.weight',
      expected: 'floats of shape [*, 2, 3, 3]',
      found: 'int64 of shape [2, 2, 3]',
    });
  });

  test('heatmaps that 21 joints cannot share', () => {
    const saved = stateDict();
    for (const hand of [1, 2]) {
      const last = `module.pose_net.joint_conv_${hand}.0.`;
      saved.set(`${last}weight`, tensor([100, 4, 1, 1])).set(`${last}bias`, tensor([100]));
    }
    expect(problemOf(saved)).toMatchObject({ type: 'tensor-wrong', found: 'of 100' });
  });

  test('a deeper network is not cut down', () => {
    const saved = stateDict().set('module.backbone_net.resnet.layer3.6.conv1.weight', tensor([1]));
    expect(problemOf(saved)).toMatchObject({ type: 'not-an-internet' });
  });
});
