import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frameOutcome } from '../../src/evaluation/frame-outcome.ts';
import type { GroundTruth } from '../../src/hands/ground-truth.ts';
import { HAND_SIDES } from '../../src/hands/hand-side.ts';
import { poseError, type PoseError } from '../../src/hands/pose-error.ts';
import { estimateOfPoseFrame } from '../../src/hands/pose-frame-estimate.ts';
import type { PoseFrame } from '../../src/hands/pose-frame.ts';
import { hasShippedLite } from '../shipped-lite.ts';
import { openApiPage, type WatchedPage } from './pages.ts';

/** From apart into a clasp and back. */
const FRAMES = 300;

/** A hand this far off, in sizes of its own box, is no longer on its true hand. */
const ASTRAY = 0.5;

type Seen = Pick<PoseFrame, 'hands' | 'relativeDepth'> & { readonly truth: GroundTruth };

let api: WatchedPage;
beforeAll(async () => {
  api = await openApiPage();
});
afterAll(() => api[Symbol.asyncDispose]());

/** The clasping scene through the pipeline, every frame, as the page shows it. */
function follow(model: 'auto' | 'landmarker'): Promise<Seen[]> {
  return api.page.evaluate(
    async ({ model, frameCount }) => {
      const app = window.handstream!;
      const detector = await app.openDetector({ delegate: 'CPU' });
      const engine = model === 'landmarker' ? null : await app.openLite({ backend: 'wasm' });
      const internet = engine && app.internetEstimator(engine, 'lite');
      const estimator = internet ? app.autoEstimator({ internet }) : 'landmarker';
      const source = app.syntheticSource({ scene: 'clasping', pace: 'every-frame', frameCount });
      const seen: Seen[] = [];
      await app
        .createHandPipeline({ source, detector, estimator })
        .forEach(({ hands, relativeDepth, frame }) => {
          seen.push({ hands, relativeDepth, truth: frame.truth! });
        });
      engine?.[Symbol.dispose]();
      detector[Symbol.dispose]();
      return seen;
    },
    { model, frameCount: FRAMES },
  );
}

/** How far both hands are from their own true hands; null where one is lost, astray, or the other's. */
function bothKept(frame: Seen): readonly PoseError[] | null {
  const errors = HAND_SIDES.flatMap((side) => {
    const [found, real] = [frame.hands[side], frame.truth.hands[side]];
    return found && real ? [poseError(found, real)] : [];
  });
  const onTheirOwn = errors.every(({ boxFraction }) => boxFraction < ASTRAY);
  const { swapped } = frameOutcome(estimateOfPoseFrame(frame), frame.truth);
  return errors.length === 2 && onTheirOwn && !swapped ? errors : null;
}

function report(model: string, frames: readonly Seen[]): number {
  expect(frames).toHaveLength(FRAMES);
  const kept = frames.flatMap((frame) => bothKept(frame) ?? []);
  const clasped = frames.filter(({ truth }) => truth.scene === 'clasped');
  const claspsKept = clasped.filter(bothKept).length;
  const depthErrors = frames.flatMap(({ relativeDepth, truth }) =>
    relativeDepth ? [Math.abs(relativeDepth.mm - truth.relativeDepthMm!)] : [],
  );
  console.info(
    `${model}: both hands kept in ${kept.length / 2} of ${FRAMES} frames ` +
      `(clasped: ${claspsKept} of ${clasped.length}); ` +
      `of those 2D error ${(100 * mean(kept.map(({ boxFraction }) => boxFraction))).toFixed(1)} % of the box, ` +
      `MPJPE ${mean(kept.map(({ mpjpeMm }) => mpjpeMm)).toFixed(1)} mm; ` +
      `relative depth off by ${mean(depthErrors).toFixed(1)} mm in ${depthErrors.length} frames`,
  );
  return kept.length / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe.skipIf(!hasShippedLite)('hands clasp and part again (needs public/models)', () => {
  let auto: number;
  let landmarker: number;
  beforeAll(async () => {
    auto = report('auto', await follow('auto'));
    landmarker = report('landmarker', await follow('landmarker'));
  }, 900_000);

  test('auto keeps both in more frames than the landmarker alone', () => {
    expect(auto).toBeGreaterThan(landmarker);
  });

  test('auto keeps both in 95 % of the frames', () => {
    expect(auto).toBeGreaterThanOrEqual(0.95 * FRAMES);
  });
});
