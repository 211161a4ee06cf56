import { catchError, EMPTY, take, type Observable } from 'rxjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stubCamera } from '../../tests/fake-camera.ts';
import { FakeVideoFrame, fakeImage } from '../../tests/fake-frame.ts';
import type { HandDetection } from '../hands/hand-detection.ts';
import type { HandDetector } from '../workers/hand-detector.ts';
import { cameraSource } from './camera.ts';
import type { FrameContent } from './frame.ts';
import type { FrameSource } from './frame-source.ts';
import { framesFrom } from './frames-from.ts';
import { landmarkerEstimator } from './landmarker-estimator.ts';
import type { LivePoseFrame } from './live-pose-frame.ts';
import { createHandPipeline } from './pipeline.ts';

const FRAMES = 2000;

/** Numerical Recipes' generator: the same mishaps in every run. */
function lcg(seed: number): () => number {
  let state = seed;
  return () => (state = (1664525 * state + 1013904223) >>> 0) / 2 ** 32;
}

/** A live source: pictures come whether they are wanted or not; those that find no one are closed. */
function busySource(random: () => number): FrameSource & { dropped: number } {
  const source = {
    kind: 'camera' as const,
    name: 'fake',
    dropped: 0,
    pace: 'live' as const,
    frames: framesFrom(async function* (signal): AsyncGenerator<FrameContent> {
      for (let index = 0; index < FRAMES && !signal.aborted; index++) {
        // A camera's pictures come as tasks of their own: what runs beside gets its turn.
        await new Promise((resolve) => setImmediate(resolve));
        const image = fakeImage(index * 33_000);
        if (random() < 0.3) {
          image.close();
          source.dropped += 1;
        } else {
          yield { image, index, timeMs: index * 33 };
        }
      }
    }),
  };
  return source;
}

const hand = (random: () => number): HandDetection => ({
  box: { x: 100, y: 100, width: 100, height: 120 },
  side: random() < 0.5 ? 'right' : 'left',
  score: 0.9,
  landmarks: Array.from({ length: 21 }, () => [100 + 100 * random(), 100 + 120 * random()]),
  // Now and then a result that the lift cannot use.
  worldLandmarks: random() < 0.05 ? [] : Array.from({ length: 21 }, () => [0, 0, 40 * random()]),
});

/** Clones what it looks at, as the worker does, and fails now and then, before or after. */
function unreliableDetector(random: () => number): HandDetector & { failed: number } {
  const detector = {
    delegate: 'CPU' as const,
    failed: 0,
    detect: async (image: VideoFrame) => {
      const clone = image.clone();
      try {
        // Up to three of the camera's pictures long.
        for (let turns = Math.floor(4 * random()); turns > 0; turns--) {
          await new Promise((resolve) => setImmediate(resolve));
        }
        if (random() < 0.1) {
          detector.failed += 1;
          throw new Error('forced');
        }
        return [hand(random)].filter(() => random() < 0.9);
      } finally {
        clone.close();
      }
    },
    [Symbol.dispose]: () => {},
  };
  return detector;
}

function toTheEnd(poseFrames: Observable<LivePoseFrame>): Promise<LivePoseFrame[]> {
  const seen: LivePoseFrame[] = [];
  return new Promise((resolve) => {
    poseFrames.pipe(catchError(() => EMPTY)).subscribe({
      next: (live) => {
        expect((live.frame.image as unknown as FakeVideoFrame).closed).toBe(false);
        seen.push(live);
      },
      complete: () => resolve(seen),
    });
  });
}

describe('every VideoFrame is closed by its one owner', () => {
  beforeEach(() => {
    FakeVideoFrame.open = 0;
  });

  afterEach(() => void vi.unstubAllGlobals());

  for (const detectorPace of ['each', 'beside'] as const) {
    test(`${FRAMES} frames with drops and errors, detector pace '${detectorPace}'`, async () => {
      const random = lcg(1);
      const source = busySource(random);
      const detector = unreliableDetector(random);
      const failed: unknown[] = [];
      const estimator = {
        ...landmarkerEstimator(),
        detectorPace,
        estimate: (input: Parameters<ReturnType<typeof landmarkerEstimator>['estimate']>[0]) => {
          if (random() < 0.05) throw new Error('forced');
          return landmarkerEstimator().estimate(input);
        },
      };
      const poseFrames = createHandPipeline({
        source,
        detector,
        estimator,
        onFrameFailed: (error) => failed.push(error),
      });
      const seen = await toTheEnd(poseFrames);
      // A detector running beside may still hold a clone of the last frame.
      await new Promise((resolve) => setTimeout(resolve, 10));

      expect(FakeVideoFrame.open).toBe(0);
      expect(source.dropped).toBeGreaterThan(FRAMES / 5);
      expect(detector.failed).toBeGreaterThan(FRAMES / 40);
      expect(failed.length).toBeGreaterThanOrEqual(detector.failed);
      if (detectorPace === 'each') {
        expect(seen.length + failed.length + source.dropped).toBe(FRAMES);
      }
      expect(seen.length).toBeGreaterThan(FRAMES / 2);
    });
  }

  test(`${FRAMES} pictures of the camera source, dropped by a busy pipeline`, async () => {
    const random = lcg(2);
    const dropped = stubCamera(FRAMES);
    const failed: unknown[] = [];
    const seen = await toTheEnd(
      createHandPipeline({
        source: cameraSource(),
        detector: unreliableDetector(random),
        onFrameFailed: (error) => failed.push(error),
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(FakeVideoFrame.open).toBe(0);
    expect(dropped.count).toBeGreaterThan(FRAMES / 10);
    expect(failed.length).toBeGreaterThan(FRAMES / 40);
    expect(seen.length + failed.length + dropped.count).toBe(FRAMES);
    const skipped = seen.reduce((sum, { frame }) => sum + frame.skipped, 0);
    expect(skipped).toBeGreaterThan(dropped.count / 2);
  });

  test('unsubscribing at any moment leaves nothing open', async () => {
    for (let many = 1; many <= 40; many++) {
      const random = lcg(many);
      const poseFrames = createHandPipeline({
        source: busySource(random),
        detector: unreliableDetector(random),
      });
      await toTheEnd(poseFrames.pipe(take(many)));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(FakeVideoFrame.open).toBe(0);
  });

  test('unsubscribing in the middle of a detection leaves nothing open', async () => {
    for (let waitMs = 0; waitMs < 20; waitMs++) {
      const random = lcg(waitMs);
      const subscription = createHandPipeline({
        source: busySource(random),
        detector: unreliableDetector(random),
      }).subscribe();
      await new Promise((resolve) => setTimeout(resolve, waitMs % 5));
      subscription.unsubscribe();
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(FakeVideoFrame.open).toBe(0);
  });
});
