import { lastValueFrom, toArray } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { fakeImage } from '../../tests/fake-frame.ts';
import { handAt } from '../../tests/hand-at.ts';
import { boxOfHand } from '../hands/hand-likeness.ts';
import type { HandDetection } from '../hands/hand-detection.ts';
import type { HandEstimate } from '../hands/hand-estimate.ts';
import { HAND_SIDES, type PerHand } from '../hands/hand-side.ts';
import { NO_PRIOR } from '../hands/pose-prior.ts';
import { InternetFailure } from '../workers/internet-failure.ts';
import type { HandDetector } from '../workers/hand-detector.ts';
import { autoEstimator } from './auto-estimator.ts';
import type { FrameContent } from './frame.ts';
import { framesFrom } from './frames-from.ts';
import type { Pace, SourceKind } from './frame-source.ts';
import { createHandPipeline } from './pipeline.ts';
import type { EstimatorInput, PoseEstimator } from './pose-estimator.ts';

type Hands = PerHand<HandEstimate | null>;

const NOBODY: Hands = { right: null, left: null };
const APART: Hands = { right: handAt(100), left: handAt(400) };
const CLASPED: Hands = { right: handAt(200), left: handAt(240, 130) };

/** InterNet that sees what the scene says wherever it is asked to look, and notes what it was told. */
function network(scene: (timeMs: number) => Hands, relativeDepthMm = -40) {
  const told: EstimatorInput[] = [];
  const estimator: PoseEstimator = {
    id: 'net',
    backend: 'webgpu',
    detectorPace: 'beside',
    estimate: (input) => {
      told.push(input);
      const hands = input.crops.kind === 'none' ? NOBODY : scene(input.timeMs);
      return Promise.resolve({ hands, relativeDepthMm });
    },
    [Symbol.dispose]: () => {},
  };
  return { estimator, told };
}

/** A detector that takes as long as a few frames. */
function detectorOf(scene: (timeMs: number) => Hands): HandDetector {
  return {
    delegate: 'CPU',
    detect: async (_image, timeMs) => {
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
      const hands = scene(timeMs);
      return HAND_SIDES.flatMap((side): HandDetection[] => {
        const hand = hands[side];
        if (!hand) return [];
        const landmarks = hand.joints.map(([x, y]) => [x, y] as const);
        const score = hand.score;
        return [{ box: boxOfHand(hand), side, score, landmarks, worldLandmarks: hand.joints }];
      });
    },
    [Symbol.dispose]: () => {},
  };
}

interface RunOptions {
  readonly kind?: SourceKind;
  readonly pace?: Pace;
  readonly count?: number;
}

/** `count` frames at 30 Hz through the whole pipeline. */
async function run(
  { estimator, told }: ReturnType<typeof network>,
  detected: (timeMs: number) => Hands,
  { kind = 'camera', pace = 'live', count = 60 }: RunOptions = {},
) {
  const frames = framesFrom(async function* (): AsyncGenerator<FrameContent> {
    for (let index = 0; index < count; index++) {
      await new Promise((resolve) => setImmediate(resolve));
      yield { image: fakeImage(), index, timeMs: index * 33 };
    }
  });
  const lost: InternetFailure[] = [];
  const out = await lastValueFrom(
    createHandPipeline({
      source: { kind, name: 'fake', pace, frames },
      detector: detectorOf(detected),
      estimator: autoEstimator({
        internet: estimator,
        onInternetLost: (failure) => lost.push(failure),
      }),
    }).pipe(toArray()),
  );
  return {
    lost,
    /** A letter a frame: landmarks of its own, news of an earlier one, nothing new. */
    pace: told.map(({ detectionsAre }) => detectionsAre[0]).join(''),
    /** Two letters a frame, right and left: landmarker, internet or nobody. */
    chosen: out.map(({ compared }) =>
      HAND_SIDES.map((side) => compared!.chosen[side]?.[0] ?? '-').join(''),
    ),
    relative: out.map(({ relativeDepth }) => relativeDepth?.from ?? null),
  };
}

const always = (hands: Hands) => () => hands;
const from = (ms: number, before: Hands, after: Hands) => (timeMs: number) =>
  timeMs < ms ? before : after;

describe('autoEstimator in the pipeline', () => {
  test('hands apart: landmarks of each frame, and the relative depth from their sizes', async () => {
    const { pace, chosen, relative } = await run(network(always(APART)), always(APART));
    expect(pace).toMatch(/^o+$/);
    expect(new Set(relative)).toEqual(new Set(['hand-size']));
    expect(new Set(chosen)).toEqual(new Set(['ll']));
  });

  test('hands that clasp: InterNet’s, at its own pace, while the detector sees nothing', async () => {
    const net = network(from(660, APART, CLASPED));
    const { pace, chosen, relative } = await run(net, from(660, APART, NOBODY));
    expect(new Set(relative.slice(20))).toEqual(new Set(['internet']));
    expect(chosen.slice(0, 20)).toEqual(Array(20).fill('ll'));
    expect(chosen.slice(20)).toEqual(Array(40).fill('ii'));
    // The frame that the detector first misses them in, and then none that waits for it.
    expect(pace.slice(0, 21)).toMatch(/^o+$/);
    expect(pace.slice(21)).toMatch(/^[kn]+$/);
    expect(pace.slice(21)).toMatch(/kn.*kn/);
  });

  test('they part again: the landmarks, once, and the pace with them', async () => {
    const clasped = (timeMs: number) => timeMs > 500 && timeMs < 1000;
    const net = network((timeMs) => (clasped(timeMs) ? CLASPED : APART));
    const seen = (timeMs: number) => (clasped(timeMs) ? NOBODY : APART);
    const { pace, chosen } = await run(net, seen);
    expect(chosen.join(' ')).toMatch(/^(ll )+(ii )+(ll ?)+$/);
    expect(pace).toMatch(/^o+[kn]+o+$/);
  });

  test('recorded, the same frames give the same choices', async () => {
    const runs = [1, 2].map(() =>
      run(network(from(660, APART, CLASPED)), from(660, APART, NOBODY), { pace: 'every-frame' }),
    );
    const [first, second] = await Promise.all(runs);
    expect(first).toEqual(second);
    expect(first!.pace).toMatch(/^o{21}n+$/);
  });

  test('is told of pictures that they are stills', async () => {
    for (const kind of ['picture', 'clip'] as const) {
      const net = network(always(APART));
      await run(net, always(APART), { kind, count: 1 });
      expect(net.told.map(({ isStill }) => isStill)).toEqual([kind === 'picture']);
    }
  });

  test('an InterNet that gives up is told once, and the landmarks go on', async () => {
    const net = network(always(APART));
    const gone = new InternetFailure({
      type: 'internet-gave-up',
      name: 'net',
      restarts: 3,
      reason: 'it died',
    });
    const { estimator } = net;
    const failing: PoseEstimator = {
      ...estimator,
      estimate: (input) => (input.timeMs > 300 ? Promise.reject(gone) : estimator.estimate(input)),
    };
    const { chosen, lost } = await run({ ...net, estimator: failing }, always(APART));
    expect(lost).toEqual([gone]);
    expect(chosen).toHaveLength(60);
    expect(new Set(chosen)).toEqual(new Set(['ll']));
  });
});

describe('autoEstimator', () => {
  const input = (timeMs: number, hands: Hands): EstimatorInput => ({
    image: fakeImage(),
    timeMs,
    sided: {
      right: hands.right && sidedHand(hands.right),
      left: hands.left && sidedHand(hands.left),
    },
    detectionsAre: 'of-this-frame',
    crops: { kind: 'near', crops: [] },
    prior: NO_PRIOR,
  });

  test('what changes hands moves over', async () => {
    const { estimator } = network(always(APART));
    const auto = autoEstimator({ internet: estimator });
    const shifted = { ...APART, right: handAt(130) };
    const xAt = async (timeMs: number, seen: Hands) =>
      (await auto.estimate(input(timeMs, seen))).hands.right!.joints[0]![0];
    expect(await xAt(0, shifted)).toBe(180);
    expect(await xAt(50, NOBODY)).toBeCloseTo(150 + 20, 9);
    expect(await xAt(100, NOBODY)).toBeCloseTo(150 + 10, 9);
    expect(await xAt(150, NOBODY)).toBe(150);
  });

  test('in a still, a hand that InterNet alone is sure of is there at once', async () => {
    for (const [isStill, left] of [
      [true, 'internet'],
      [false, null],
    ] as const) {
      const auto = autoEstimator({ internet: network(always(CLASPED)).estimator });
      const seen = input(0, { ...CLASPED, left: null });
      const { compared } = await auto.estimate({ ...seen, isStill });
      expect(compared!.chosen.left).toBe(left);
    }
  });

  test('the relative depth counts where InterNet means the hands that are shown, near each other', async () => {
    const swapped: Hands = { right: APART.left, left: APART.right };
    for (const [seen, shown, relativeDepthMm, relativeDepthTrust] of [
      [CLASPED, CLASPED, -40, 1],
      [APART, APART, -40, 0],
      [swapped, APART, null, 0],
      [{ ...APART, left: null }, APART, null, 0],
    ] as const) {
      const auto = autoEstimator({ internet: network(always(seen)).estimator });
      const estimate = await auto.estimate(input(0, shown));
      expect(estimate).toMatchObject({ relativeDepthMm, relativeDepthTrust });
    }
  });

  test('to be compared, both see each frame, whatever is shown', async () => {
    let compared = false;
    const { estimator } = network(always(CLASPED));
    const auto = autoEstimator({ internet: estimator, compare: () => compared });
    await auto.estimate(input(0, CLASPED));
    await auto.estimate(input(33, NOBODY));
    expect(auto.detectorPace).toBe('beside');
    compared = true;
    expect(auto.detectorPace).toBe('each');
    const { compared: both } = await auto.estimate(input(66, APART));
    expect(both).toMatchObject({ internet: CLASPED, chosen: { right: 'internet' } });
    expect(both!.landmarker.right!.joints).toEqual(APART.right!.joints);
  });
});

function sidedHand(hand: HandEstimate) {
  const detection: HandDetection = {
    box: boxOfHand(hand),
    side: 'right',
    score: hand.score,
    landmarks: hand.joints.map(([x, y]) => [x, y] as const),
    worldLandmarks: hand.joints,
  };
  return { detection, score: hand.score };
}
