import * as ort from 'onnxruntime-web';
import { expect, test, vi } from 'vitest';
import { cropInferences, directHands } from './crop-inferences.ts';
import { InternetNetwork } from './internet-network.ts';
import { handsAbove } from './network-output.ts';
import { wasmTensors } from './wasm-tensors.ts';

const tensor = (dims: number[], valueAt: (i: number) => number) => {
  const size = dims.reduce((product, length) => product * length);
  return new ort.Tensor(
    'float32',
    Float32Array.from({ length: size }, (_, i) => valueAt(i)),
    dims,
  );
};

/** A session that remembers what it is fed and gives joints itself, as InterNet-Lite does. */
function liteSession() {
  const fed: Record<string, ort.Tensor>[] = [];
  const disposed: string[] = [];
  const session = {
    inputMetadata: [
      { name: 'image', isTensor: true, type: 'float32', shape: ['N', 3, 32, 32] },
      { name: 'prior', isTensor: true, type: 'float32', shape: ['N', 42, 8, 8] },
      { name: 'prior_relative_depth', isTensor: true, type: 'float32', shape: ['N', 2] },
    ],
    run(feeds: Record<string, ort.Tensor>) {
      fed.push(feeds);
      const outputs = {
        handedness: tensor([1, 2], (i) => [0.9, 0.3][i]!),
        relative_depth: tensor([1, 1], () => -40),
        joints: tensor([1, 42, 3], (i) => i),
        joint_score: tensor([1, 42], (i) => i / 100),
      };
      for (const [name, output] of Object.entries(outputs))
        vi.spyOn(output, 'dispose').mockImplementation(() => void disposed.push(name));
      return Promise.resolve(outputs);
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the part that is used
  return { fed, disposed, session: session as unknown as ort.InferenceSession };
}

test('a network that gives joints itself: public order, prior of zeros, tensors freed', async () => {
  const { fed, disposed, session } = liteSession();
  const network = new InternetNetwork({ trunk: session, heads: null }, wasmTensors(ort));
  const image = tensor([1, 3, 32, 32], () => 0.5);
  {
    using output = await network.run(image, 0.5);
    const hands = directHands(output, handsAbove(output.handedness, 0.5));
    const [crop] = cropInferences(output, hands);
    expect(crop).toMatchObject({ relativeDepthMm: -40, hands: { left: null } });
    // The wrist comes first here, last in InterHand2.6M's order; the thumb's base after it.
    const right = crop!.hands.right!;
    expect(right.joints[0]).toEqual([60, 61, 62]);
    expect(right.joints[1]).toEqual([9, 10, 11]);
    expect(right.scores[0]).toBeCloseTo(0.2);
    expect(disposed).toEqual([]);
  }
  expect(disposed.toSorted()).toEqual(['handedness', 'joint_score', 'joints', 'relative_depth']);
  const { prior } = fed[0]!;
  expect(prior!.dims).toEqual([1, 42, 8, 8]);
  expect(new Set(prior!.data as Float32Array)).toEqual(new Set([0]));

  using again = await network.run(image, 0.5);
  expect(again.volumes).toEqual([]);
  expect(fed[1]!['prior']).toBe(prior);
});

test('what is known of the further inputs is given, of their sizes; the rest stays zeros', async () => {
  const { fed, session } = liteSession();
  const network = new InternetNetwork({ trunk: session, heads: null }, wasmTensors(ort));
  const image = tensor([1, 3, 32, 32], () => 0.5);
  const told = {
    prior_relative_depth: Float32Array.of(-30, 1),
    prior_elsewhere: new Float32Array(3),
  };
  using first = await network.run(image, 0.5, told);
  expect(first.volumes).toEqual([]);
  expect(Object.keys(fed[0]!).toSorted()).toEqual(['image', 'prior', 'prior_relative_depth']);
  const { prior_relative_depth: depth } = fed[0]!;
  expect([depth!.dims, depth!.data]).toEqual([[1, 2], Float32Array.of(-30, 1)]);
  expect(new Set(fed[0]!['prior']!.data as Float32Array)).toEqual(new Set([0]));

  const wrong = { prior: new Float32Array(42 * 9 * 9) };
  await expect(network.run(image, 0.5, wrong)).rejects.toThrow(
    'The input prior is [1, 42, 8, 8], not of 3402 values',
  );
});
