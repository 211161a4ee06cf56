import { describe, expect, test } from 'vitest';
import { fakeImage, type FakeVideoFrame } from '../../tests/fake-frame.ts';
import { handAt } from '../../tests/hand-at.ts';
import { planCrops, type CropPlan } from '../hands/crop-plan.ts';
import type { HandEstimate, PoseEstimate } from '../hands/hand-estimate.ts';
import { boxOfHand } from '../hands/hand-likeness.ts';
import { HAND_SIDES, type PerHand } from '../hands/hand-side.ts';
import { NO_PRIOR, type PosePrior } from '../hands/pose-prior.ts';
import type { EstimatorInput } from './pose-estimator.ts';
import { lookLonger } from './still-looks.ts';

type Hands = PerHand<HandEstimate | null>;

const NOBODY: Hands = { right: null, left: null };

/** A hand whose joints are all so likely to be right. */
const scored = (hand: HandEstimate, score: number): HandEstimate => ({
  ...hand,
  jointScores: hand.joints.map(() => score),
});
const RIGHT = scored(handAt(200), 0.6);
const LEFT = scored(handAt(240, 130), 0.5);
const pose = (hands: Hands): PoseEstimate => ({ hands, relativeDepthMm: -20 });

/** A network that answers by the square it is shown, and the notes of what it was asked. */
function network(sees: (side: number, turn: number) => Hands) {
  const asked: { image: VideoFrame; plan: CropPlan; prior: PosePrior }[] = [];
  const look = (image: VideoFrame, plan: CropPlan, prior: PosePrior) => {
    asked.push({ image, plan, prior });
    return Promise.resolve(pose(sees(plan.crops[0]!.box.width, asked.length)));
  };
  return { look, asked };
}

/** For Node, which has no canvas. */
const notTurned = (image: VideoFrame) => image.clone();

/** A picture in which the detector saw these hands. */
function input(detected: Hands): EstimatorInput {
  const box = (hand: HandEstimate | null) => hand && boxOfHand(hand);
  const told = (hand: HandEstimate | null) => hand && { joints: hand.joints, depthKnown: true };
  const sided = (hand: HandEstimate | null) =>
    hand && ({ detection: {}, score: hand.score } as EstimatorInput['sided']['right']);
  const { right, left } = detected;
  return {
    image: fakeImage(),
    timeMs: 0,
    sided: { right: sided(right), left: sided(left) },
    detectionsAre: 'of-this-frame',
    crops: planCrops({ right: box(right), left: box(left) }, { withUnion: true }),
    prior: { hands: { right: told(right), left: told(left) }, relativeDepthMm: null },
    isStill: true,
  };
}

describe('a still is looked at for longer', () => {
  test('around a lone hand also wider; the second hand found there counts', async () => {
    const own = planCrops({ right: boxOfHand(RIGHT), left: null }, { withUnion: true });
    const size = own.crops[0]!.box.width;
    const { look, asked } = network((side) =>
      side > 1.3 * size ? { right: RIGHT, left: LEFT } : { right: RIGHT, left: null },
    );
    const { hands } = await lookLonger(look, input({ right: RIGHT, left: null }));
    expect(hands).toEqual({ right: RIGHT, left: LEFT });
    expect(asked.slice(0, 3).map(({ plan }) => plan.crops[0]!.box.width / size)).toEqual([
      1,
      expect.closeTo(1.4),
      expect.closeTo(1.8),
    ]);
    // Then at both, told what was seen.
    expect(asked[3]!.plan).toMatchObject({ kind: 'near', crops: [{ sides: HAND_SIDES }] });
    expect(asked[3]!.prior).toMatchObject({
      hands: { right: { joints: RIGHT.joints }, left: { joints: LEFT.joints } },
      relativeDepthMm: -20,
    });
  });

  test('each look is told what the last one saw', async () => {
    const moved = (turn: number) => scored(handAt(200 + turn), 0.6);
    const { look, asked } = network((_side, turn) => ({ right: moved(turn), left: LEFT }));
    const { hands } = await lookLonger(look, input({ right: RIGHT, left: LEFT }));
    expect(asked).toHaveLength(5);
    expect(asked[4]!.prior.hands.right!.joints).toEqual(moved(4).joints);
    expect(hands.right!.joints).toEqual(moved(5).joints);
  });

  test('where the detector saw no hand, everywhere: all of it, and parts of a long picture', async () => {
    const { look, asked } = network((side) =>
      side === 640 ? NOBODY : { right: RIGHT, left: null },
    );
    const { hands } = await lookLonger(look, input(NOBODY), notTurned);
    expect(hands.right).toEqual(RIGHT);
    const boxes = asked.slice(0, 4).map(({ plan }) => plan.crops[0]!.box);
    expect(boxes).toEqual([
      { x: 0, y: -80, width: 640, height: 640 },
      ...[0, 80, 160].map((x) => ({ x, y: 0, width: 480, height: 480 })),
    ]);
    expect(asked[0]!.prior).toBe(NO_PRIOR);
  });

  test('and from all sides; the hand found in the turned picture is looked at in the picture', async () => {
    const { look, asked } = network((_side, turn) => {
      // In the first square of the picture turned by half, and where that is looked at again.
      const isThere = turn === 9 || turn > 16;
      return isThere ? { right: RIGHT, left: null } : NOBODY;
    });
    const turned: VideoFrame[] = [];
    const still = input(NOBODY);
    const { hands } = await lookLonger(look, still, (image) => {
      turned.push(notTurned(image));
      return turned.at(-1)!;
    });
    expect(hands.right).toEqual(RIGHT);
    const images = asked.map(({ image }) => [still.image, ...turned].indexOf(image));
    expect(images).toEqual([0, 1, 2, 3].flatMap((i) => Array(4).fill(i)).concat([0, 0, 0, 0]));
    const { joints } = asked[16]!.prior.hands.right!;
    expect(joints).toEqual(RIGHT.joints.map(([x, y, z]) => [639 - x, 479 - y, z]));
    expect(turned.every((image) => (image as unknown as FakeVideoFrame).closed)).toBe(true);
    still.image.close();
  });

  test('a hand that the detector missed counts only with joints that are believed in', async () => {
    const faint = scored(handAt(240, 130), 0.2);
    const { look } = network(() => ({ right: faint, left: faint }));
    const { hands } = await lookLonger(look, input({ right: RIGHT, left: null }));
    expect(hands).toEqual({ right: faint, left: null });
  });

  test('nobody is looked for again', async () => {
    const { look, asked } = network(() => NOBODY);
    expect((await lookLonger(look, input(NOBODY), notTurned)).hands).toEqual(NOBODY);
    expect(asked).toHaveLength(16);
  });
});
