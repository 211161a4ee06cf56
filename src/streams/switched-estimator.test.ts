import { expect, test } from 'vitest';
import { fakeImage } from '../../tests/fake-frame.ts';
import type { PoseEstimate } from '../hands/hand-estimate.ts';
import { NO_PRIOR } from '../hands/pose-prior.ts';
import type { EstimatorInput, PoseEstimator } from './pose-estimator.ts';
import { SwitchedEstimator } from './switched-estimator.ts';

const input: EstimatorInput = {
  image: fakeImage(),
  timeMs: 0,
  sided: { right: null, left: null },
  detectionsAre: 'of-this-frame',
  crops: { kind: 'none', crops: [] },
  prior: NO_PRIOR,
};

test('each frame goes to the one that is on, and the former one finishes its last', async () => {
  const switched = new SwitchedEstimator();
  expect([switched.id, switched.detectorPace]).toEqual(['landmarker', 'each']);
  let finish: (estimate: PoseEstimate) => void = () => {};
  const slow: PoseEstimator = {
    id: 'slow',
    backend: 'webgpu',
    detectorPace: 'beside',
    estimate: () => new Promise((resolve) => (finish = resolve)),
    [Symbol.dispose]: () => {},
  };
  await switched.use(slow);
  expect([switched.id, switched.backend, switched.detectorPace]).toEqual([
    'slow',
    'webgpu',
    'beside',
  ]);
  const last = switched.estimate(input);
  const order: string[] = [];
  const replaced = switched.use({ ...slow, id: 'next' }).then(() => order.push('replaced'));
  expect(switched.id).toBe('next');
  await Promise.resolve();
  expect(order).toEqual([]);
  finish({ hands: { right: null, left: null }, relativeDepthMm: 3 });
  expect(await last).toMatchObject({ relativeDepthMm: 3 });
  await replaced;
  expect(order).toEqual(['replaced']);
});

test('a last frame that fails keeps nobody waiting', async () => {
  const switched = new SwitchedEstimator();
  const failing: PoseEstimator = {
    id: 'failing',
    backend: 'wasm',
    detectorPace: 'each',
    estimate: () => Promise.reject(new Error('gone')),
    [Symbol.dispose]: () => {},
  };
  await switched.use(failing);
  const last = Promise.resolve(switched.estimate(input));
  await switched.use({ ...failing, id: 'next' });
  await expect(last).rejects.toThrow('gone');
});
