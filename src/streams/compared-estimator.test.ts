import { expect, test } from 'vitest';
import { fakeImage } from '../../tests/fake-frame.ts';
import { handAt } from '../../tests/hand-at.ts';
import { boxOfHand } from '../hands/hand-likeness.ts';
import { NO_PRIOR } from '../hands/pose-prior.ts';
import { comparedEstimator } from './compared-estimator.ts';
import type { EstimatorInput, PoseEstimator } from './pose-estimator.ts';

const right = handAt(100);
const left = handAt(400);

const internet: PoseEstimator = {
  id: 'net',
  backend: 'webgpu',
  detectorPace: 'beside',
  estimate: () => ({ hands: { right: null, left }, relativeDepthMm: 5 }),
  [Symbol.dispose]: () => {},
};

const input: EstimatorInput = {
  image: fakeImage(),
  timeMs: 0,
  sided: {
    right: {
      score: 0.9,
      detection: {
        box: boxOfHand(right),
        side: 'right',
        score: 0.9,
        landmarks: right.joints.map(([x, y]) => [x, y] as const),
        worldLandmarks: right.joints,
      },
    },
    left: null,
  },
  detectionsAre: 'of-this-frame',
  crops: { kind: 'none', crops: [] },
  prior: NO_PRIOR,
};

test('the one that is shown is shown as it is alone; the other stands beside', async () => {
  const network = comparedEstimator('internet', internet);
  expect([network.id, network.backend, network.detectorPace]).toEqual(['net', 'webgpu', 'each']);
  const ofNetwork = await network.estimate(input);
  expect(ofNetwork).toMatchObject({ hands: { right: null, left }, relativeDepthMm: 5 });
  expect(ofNetwork.compared!.chosen).toEqual({ right: null, left: 'internet' });

  const landmarks = comparedEstimator('landmarker', internet);
  expect([landmarks.id, landmarks.backend]).toEqual(['landmarker', 'wasm']);
  const ofLandmarks = await landmarks.estimate(input);
  expect(ofLandmarks.relativeDepthMm).toBeNull();
  expect(ofLandmarks.hands).toEqual({ right: { score: 0.9, joints: right.joints }, left: null });
  expect(ofLandmarks.compared!.chosen).toEqual({ right: 'landmarker', left: null });
  expect(ofLandmarks.compared!.internet.left).toBe(left);
});
