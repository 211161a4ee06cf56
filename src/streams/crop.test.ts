import { lastValueFrom, of, toArray } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { fakeFrame } from '../../tests/fake-frame.ts';
import type { HandDetection } from '../hands/hand-detection.ts';
import type { HandEstimate } from '../hands/hand-estimate.ts';
import type { HandSide } from '../hands/hand-side.ts';
import { crop } from './crop.ts';
import type { Detected } from './detect.ts';
import { TrackMemory } from './track-memory.ts';

const detection = (x: number, side: HandSide): HandDetection => ({
  box: { x, y: 100, width: 100, height: 100 },
  side,
  score: 0.95,
  landmarks: [],
  worldLandmarks: [],
});

/** With a single joint. */
const landmarked = (x: number, side: HandSide): HandDetection => ({
  ...detection(x, side),
  landmarks: [[x, 100]],
  worldLandmarks: [[0, 0, 9]],
});

const detected = (
  index: number,
  detections: readonly HandDetection[],
  detectionsAre: Detected['detectionsAre'],
): Detected => ({ frame: fakeFrame({ index }), timings: {}, detections, detectionsAre });

/** What an estimator says of a hand whose joints fill a box of 100 px at x. */
const estimated = (x: number, score = 0.9): HandEstimate => ({
  score,
  joints: [
    [x, 100, 0],
    [x + 100, 200, 0],
  ],
});

async function plan(memory: TrackMemory, ...frames: readonly Detected[]) {
  return lastValueFrom(of(...frames).pipe(crop(memory, {}), toArray()));
}

/** The left edge of the unsquared box a crop was made from. */
const xOf = (out: Awaited<ReturnType<typeof plan>>[number]) => out.crops.crops[0]!.box.x + 12.5;

describe('crop', () => {
  test("this frame's detections come first", async () => {
    const memory = new TrackMemory();
    memory.remember({ hands: { right: estimated(300), left: null }, relativeDepthMm: null }, 0);
    const [out] = await plan(memory, detected(1, [detection(50, 'right')], 'of-this-frame'));
    expect(xOf(out!)).toBeCloseTo(50, 9);
  });

  test('without news, the crop follows the joints of the last estimate', async () => {
    const memory = new TrackMemory();
    memory.remember({ hands: { right: estimated(300), left: null }, relativeDepthMm: null }, 0);
    const [out] = await plan(memory, detected(1, [], 'known'));
    expect(out!.crops.kind).toBe('single');
    expect(xOf(out!)).toBeCloseTo(300, 9);
  });

  test('detections that come in late start a track, and correct one that has drifted off', async () => {
    const started = await plan(new TrackMemory(), detected(1, [detection(50, 'right')], 'new'));
    expect(xOf(started[0]!)).toBeCloseTo(50, 9);

    const memory = new TrackMemory();
    memory.remember({ hands: { right: estimated(300), left: null }, relativeDepthMm: null }, 0);
    const [near, off] = await plan(
      memory,
      detected(1, [detection(320, 'right')], 'new'),
      detected(2, [detection(500, 'right')], 'new'),
    );
    expect(xOf(near!)).toBeCloseTo(300, 9);
    expect(xOf(off!)).toBeCloseTo(500, 9);
  });

  test('two clasped hands that the detector has lost stay, until handedness says they are gone', async () => {
    const memory = new TrackMemory();
    const hands = { right: estimated(300), left: estimated(340) };
    memory.remember({ hands, relativeDepthMm: 5 }, 0);
    const [kept] = await plan(memory, detected(1, [], 'new'));
    expect(kept!.crops.kind).toBe('near');

    memory.remember({ hands: { ...hands, left: estimated(340, 0.1) }, relativeDepthMm: 5 }, 33);
    const [alone] = await plan(memory, detected(2, [], 'new'));
    expect(alone!.crops.crops.map(({ sides }) => sides)).toEqual([['right']]);
  });

  test('apart: the crop around both comes with every tenth frame', async () => {
    const pair = [detection(50, 'right'), detection(450, 'left')];
    const out = await plan(
      new TrackMemory(),
      ...Array.from({ length: 20 }, (_, index) => detected(index, pair, 'of-this-frame')),
    );
    const withUnion = out.filter(({ crops }) => crops.crops.length === 3);
    expect(withUnion.map(({ frame }) => frame.index)).toEqual([0, 10]);
    expect(out.every(({ crops }) => crops.kind === 'apart')).toBe(true);
  });

  test('expected is where hands were followed to, and where the detector starts or corrects them', async () => {
    const memory = new TrackMemory();
    const hands = { right: estimated(300), left: null };
    memory.remember({ hands, relativeDepthMm: null }, 0);
    const [near, off] = await plan(
      memory,
      detected(1, [landmarked(320, 'right'), landmarked(60, 'left')], 'new'),
      detected(2, [landmarked(500, 'right')], 'new'),
    );
    expect(near!.prior.hands.right!.joints).toEqual(estimated(300).joints);
    // Landmarks' x and y, world landmarks' depth.
    expect(near!.prior.hands.left!.joints).toEqual([[60, 100, 9]]);
    expect(off!.prior.hands.right!.joints).toEqual([[500, 100, 9]]);
  });

  test('the relative depth of the last estimate is expected again', async () => {
    const memory = new TrackMemory();
    memory.remember(
      { hands: { right: estimated(300), left: estimated(340) }, relativeDepthMm: 5 },
      0,
    );
    const [out] = await plan(memory, detected(1, [], 'known'));
    expect(out!.prior.relativeDepthMm).toBe(5);
    expect(out!.prior.hands.left).not.toBeNull();
  });
});
