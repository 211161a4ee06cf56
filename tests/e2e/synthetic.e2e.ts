import { expect, test } from 'vitest';
import { HAND_SIDES, otherSide, type PerHand } from '../../src/hands/hand-side.ts';
import { meanJointErrorPx, poseError } from '../../src/hands/pose-error.ts';
import type { HandJoints } from '../../src/hands/pose-frame.ts';
import { openApiPage } from './pages.ts';

const FRAMES = 300;

test(`synthetic hands apart: ${FRAMES} frames against their exact truth`, async () => {
  await using api = await openApiPage();
  const frames = await api.page.evaluate(async (frameCount) => {
    const { createHandPipeline, openDetector, syntheticSource } = window.handstream!;
    const detector = await openDetector({ delegate: 'CPU' });
    const source = syntheticSource({ scene: 'apart', pace: 'every-frame', frameCount });
    const seen: unknown[] = [];
    const parts = { source, detector, estimator: 'landmarker' } as const;
    await createHandPipeline(parts).forEach(({ hands, relativeDepth, frame }) => {
      seen.push({ hands, relativeDepth, truth: frame.truth });
    });
    detector[Symbol.dispose]();
    return seen as {
      hands: import('../../src/hands/hand-side.ts').PerHand<
        import('../../src/hands/pose-frame.ts').HandPose | null
      >;
      relativeDepth: import('../../src/hands/pose-frame.ts').Depth | null;
      truth: import('../../src/hands/ground-truth.ts').GroundTruth;
    }[];
  }, FRAMES);
  expect(frames).toHaveLength(FRAMES);

  const errors = frames.flatMap(({ hands, truth }) =>
    HAND_SIDES.map((side) => {
      const [hand, exact] = [hands[side], truth.hands[side]];
      if (!hand || !exact) return { missing: true, boxFraction: Number.NaN };
      return { missing: false, boxFraction: poseError(hand, exact).boxFraction };
    }),
  );
  const found = errors.filter(({ missing }) => !missing);
  const meanBoxFraction = mean(found.map(({ boxFraction }) => boxFraction));
  const depthErrors = frames.flatMap(({ relativeDepth, truth }) =>
    relativeDepth ? [Math.abs(relativeDepth.mm - truth.relativeDepthMm!)] : [],
  );
  console.info(
    `hands found ${found.length}/${errors.length}, mean 2D error ${(100 * meanBoxFraction).toFixed(2)} % of the box, ` +
      `relative depth error mean ${mean(depthErrors).toFixed(1)} mm, max ${Math.max(...depthErrors).toFixed(1)} mm`,
  );

  expect(found.length / errors.length).toBeGreaterThanOrEqual(0.99);
  expect(meanBoxFraction).toBeLessThanOrEqual(0.04);
  expect(frames.filter(areSwapped)).toEqual([]);
  expect(depthErrors.length).toBeGreaterThanOrEqual(0.98 * FRAMES);
  expect(Math.max(...depthErrors)).toBeLessThanOrEqual(60);
});

/** Whether a hand lies nearer to the other side's true hand than to its own. */
function areSwapped({ hands, truth }: { hands: Hands; truth: { hands: Hands } }): boolean {
  return HAND_SIDES.some((side) => {
    const [own, other] = [truth.hands[side], truth.hands[otherSide(side)]];
    const hand = hands[side];
    if (!hand || !own || !other) return false;
    return gap(hand, other) < gap(hand, own);
  });
}

type Hands = PerHand<HandJoints | null>;

function gap(a: HandJoints, b: HandJoints): number {
  return meanJointErrorPx(a.joints2d, b.joints2d);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
