import { describe, expect, test } from 'vitest';
import { fakeImage } from '../../tests/fake-frame.ts';
import type { BoundingBox } from '../hands/bounding-box.ts';
import { planCrops } from '../hands/crop-plan.ts';
import { perHand, type HandSide } from '../hands/hand-side.ts';
import type { PosePrior } from '../hands/pose-prior.ts';
import type { Vec3 } from '../hands/vectors.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import type { CropInference, InternetEngine, InferOptions } from '../workers/internet-engine.ts';
import { internetEstimator } from './internet-estimator.ts';

const box = (x: number): BoundingBox => ({ x, y: 100, width: 80, height: 80 });

/** A crop in which `sides` are seen, each with all joints at `at` px of the crop. */
function seen(sides: readonly HandSide[], at = 128, relativeDepthMm = 0): CropInference {
  const joints = Array.from({ length: 21 }, (): Vec3 => [at, at, 7]);
  const hand = (side: HandSide) =>
    sides.includes(side) ? { joints, scores: joints.map(() => 0.5) } : null;
  return {
    handedness: {
      right: sides.includes('right') ? 0.9 : 0.1,
      left: sides.includes('left') ? 0.8 : 0,
    },
    hands: { right: hand('right'), left: hand('left') },
    relativeDepthMm,
  };
}

/** An engine that answers with the given crops and notes what it was asked. */
function engineThat(answers: readonly CropInference[], prior: InternetContract['prior'] = null) {
  const asked: { boxes: readonly BoundingBox[]; options: InferOptions }[] = [];
  const engine = {
    contract: { inputSize: 256, prior },
    state: { backend: 'wasm' },
    infer: (_image: VideoFrame, boxes: readonly BoundingBox[], options: InferOptions) => {
      asked.push({ boxes, options });
      return Promise.resolve({ crops: answers, cost: {} });
    },
    [Symbol.dispose]: () => {},
  } as unknown as InternetEngine;
  return { engine, asked };
}

const EXPECTED: PosePrior = {
  hands: perHand((side) => ({
    joints: Array.from({ length: 21 }, (): Vec3 => [side === 'right' ? 220 : 440, 140, 3]),
    depthKnown: true,
  })),
  relativeDepthMm: -30,
};

async function estimate(
  answers: readonly CropInference[],
  right: BoundingBox | null,
  left: BoundingBox | null,
  withUnion = false,
  takes: InternetContract['prior'] = null,
) {
  const { engine, asked } = engineThat(answers, takes);
  const crops = planCrops({ right, left }, { withUnion });
  const sided = { right: null, left: null };
  const found = await internetEstimator(engine, 'test').estimate({
    image: fakeImage(),
    timeMs: 0,
    sided,
    detectionsAre: 'of-this-frame',
    crops,
    prior: EXPECTED,
  });
  return { ...found, asked, crops };
}

describe('internetEstimator', () => {
  test('with nobody planned, the network is not asked', async () => {
    const { hands, asked } = await estimate([], null, null);
    expect(hands).toEqual({ right: null, left: null });
    expect(asked).toEqual([]);
  });

  test('joints come back in px of the frame, with the network’s own handedness as score', async () => {
    const { hands, asked, crops } = await estimate([seen(['right'])], box(200), null);
    expect(asked).toEqual([{ boxes: [crops.crops[0]!.box], options: { gate: 0.3 } }]);
    // The middle of the crop is the middle of the box.
    expect(hands.right!.joints[0]).toEqual([240, 140, 7]);
    expect(hands.right!.score).toBe(0.9);
    expect(hands.right!.jointScores).toHaveLength(21);
    expect(hands.left).toBeNull();
  });

  test('near: both hands and the relative depth from the one crop', async () => {
    const found = await estimate([seen(['right', 'left'], 128, -40)], box(200), box(240));
    expect(found.crops.kind).toBe('near');
    expect(found.hands.left!.score).toBe(0.8);
    expect(found.relativeDepthMm).toBe(-40);
  });

  test('apart: each hand from its own crop, the relative depth from the one around both', async () => {
    const own = [seen(['right', 'left'], 128, 99), seen(['left'], 128, 99)];
    const around = seen(['right', 'left'], 0, 55);
    const found = await estimate([...own, around], box(100), box(450), true);
    expect(found.crops.kind).toBe('apart');
    expect(found.hands.right!.joints[0]).toEqual([140, 140, 7]);
    expect(found.hands.left!.joints[0]).toEqual([490, 140, 7]);
    expect(found.relativeDepthMm).toBe(55);
  });

  test('apart: no crop around both, no relative depth; a hand lost in its own crop is looked for there', async () => {
    const apart = await estimate(
      [seen(['right', 'left'], 128, 99), seen(['left'])],
      box(100),
      box(450),
    );
    expect(apart.relativeDepthMm).toBeNull();

    const [lost, around] = [seen([]), seen(['right', 'left'], 256, 55)];
    const found = await estimate([lost, seen(['left']), around], box(100), box(450), true);
    const { x, width } = found.crops.crops[2]!.box;
    expect(found.hands.right!.joints[0]![0]).toBeCloseTo(x + width, 9);
  });

  test('single: what the network takes it for goes before the label it was planned by', async () => {
    const turned = await estimate([seen(['left'])], box(200), null);
    expect(turned.hands.right).toBeNull();
    expect(turned.hands.left!.score).toBe(0.8);

    const clasped = await estimate([seen(['right', 'left'], 128, 12)], box(200), null);
    expect(clasped.hands.left).not.toBeNull();
    expect(clasped.relativeDepthMm).toBe(12);
  });

  test('apart: a hand the network takes for the other side’s is that one', async () => {
    const swapped = await estimate([seen(['left']), seen(['right'])], box(100), box(450));
    expect(swapped.hands.right!.joints[0]).toEqual([490, 140, 7]);
    expect(swapped.hands.left!.joints[0]).toEqual([140, 140, 7]);
    // Two right hands: the one that was planned so stays, however sure the network is of the other.
    const two = await estimate([seen(['right']), seen(['right'])], box(100), box(450));
    expect(two.hands.right!.joints[0]).toEqual([140, 140, 7]);
    expect(two.hands.left).toBeNull();
  });

  test('a network that takes a prior is told of each crop what it is planned for', async () => {
    const takes = { size: 8, sigma: 1 };
    const answers = [seen([]), seen([]), seen([])];
    const { asked } = await estimate(answers, box(100), box(450), true, takes);
    const { right, left } = EXPECTED.hands;
    expect(asked[0]!.options.priors).toEqual([
      { hands: { right, left: null }, relativeDepthMm: null },
      { hands: { right: null, left }, relativeDepthMm: null },
      EXPECTED,
    ]);
  });

  test('a network that takes a prior is believed as far as it believes itself', async () => {
    const takes = { size: 8, sigma: 1 };
    const found = await estimate([seen(['right', 'left'])], box(200), null, false, takes);
    // Half sure, of 0.6 that it would be taken at its word for: 5/6 of the way from what it was told.
    const [x, y, z] = found.hands.right!.joints[0]!;
    expect(x).toBeCloseTo(220 + (5 / 6) * 20, 9);
    expect(y).toBe(140);
    expect(z).toBeCloseTo(3 + (5 / 6) * 4, 9);
    // The left hand was not planned: the network was told nothing of it.
    expect(found.hands.left!.joints[0]).toEqual([240, 140, 7]);
  });
});
