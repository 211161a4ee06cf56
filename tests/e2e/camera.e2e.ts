import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAMERA_ALLOWED, fakeCamera } from './fake-camera-flags.ts';
import { makeMjpeg } from './make-media.ts';
import { openApiPage, type OpenPageOptions } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-camera-'));
const film = join(folder, 'hands.mjpeg');

beforeAll(async () => {
  await using api = await openApiPage();
  writeFileSync(film, await makeMjpeg(api.page, { scene: 'apart', frameCount: 60 }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the whole pipeline on the camera for some frames and says what came. */
async function watchCamera(options: OpenPageOptions, frameCount = 20) {
  await using api = await openApiPage(options);
  const seen = await api.page.evaluate(async (frameCount) => {
    const { cameraSource, createHandPipeline, openDetector, describeError } = window.handstream!;
    const frames: { time: number; right: boolean; left: boolean; rightX: number; leftX: number }[] =
      [];
    try {
      const detector = await openDetector({ delegate: 'CPU' });
      const source = cameraSource({ width: 640, height: 480 });
      await new Promise<void>((resolve, reject) => {
        const parts = { source, detector, estimator: 'landmarker' } as const;
        const subscription = createHandPipeline(parts).subscribe({
          next: ({ time, hands: { right, left } }) => {
            const [rightX, leftX] = [right?.joints2d[0]![0] ?? 0, left?.joints2d[0]![0] ?? 0];
            frames.push({ time, right: !!right, left: !!left, rightX, leftX });
            if (frames.length === frameCount) {
              subscription.unsubscribe();
              resolve();
            }
          },
          error: reject,
          complete: resolve,
        });
      });
      detector[Symbol.dispose]();
      return { frames };
    } catch (error) {
      const { problem } = error as { problem?: unknown };
      return { frames, problem, sentence: describeError(error).what };
    }
  }, frameCount);
  return { ...seen, complaints: api.complaints };
}

describe('the camera', () => {
  for (const [title, before] of [
    ['MediaStreamTrackProcessor', undefined],
    [
      'requestVideoFrameCallback',
      (context: Parameters<NonNullable<OpenPageOptions['before']>>[0]) =>
        context.addInitScript(() =>
          Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor'),
        ),
    ],
  ] as const) {
    test(`${title}: both hands on their own sides, times rising, no frame lost open`, async () => {
      const { frames, problem, complaints } = await watchCamera({
        flags: [...fakeCamera(film), CAMERA_ALLOWED],
        ...(before ? { before } : {}),
      });
      expect(problem).toBeUndefined();
      expect(frames).toHaveLength(20);
      const both = frames.filter(({ right, left }) => right && left);
      expect(both.length).toBeGreaterThanOrEqual(18);
      // The person faces the camera: the right hand is on the left of the unmirrored picture.
      for (const { rightX, leftX } of both) expect(rightX).toBeLessThan(leftX);
      for (const [i, { time }] of frames.entries()) {
        if (i > 0) expect(time).toBeGreaterThan(frames[i - 1]!.time);
      }
      expect(complaints).toEqual([]);
    });
  }

  test('permission refused: says so', async () => {
    const { problem, sentence } = await watchCamera({
      flags: [...fakeCamera(film), '--deny-permission-prompts'],
    });
    expect(problem).toEqual({ type: 'camera-permission-denied' });
    expect(sentence).toContain('camera');
  });

  test('no camera: says so', async () => {
    const { problem } = await watchCamera({
      flags: [CAMERA_ALLOWED, '--use-fake-device-for-media-stream=device-count=0'],
    });
    expect(problem).toEqual({ type: 'no-camera' });
  });

  test('the camera goes away while running: says so', async () => {
    const { frames, problem } = await watchCamera(
      {
        flags: [...fakeCamera(film), CAMERA_ALLOWED],
        before: (context) =>
          context.addInitScript(() => {
            // What Chromium does to a track whose device is gone, at a moment of our choosing.
            const { mediaDevices } = navigator;
            const open = mediaDevices.getUserMedia.bind(mediaDevices);
            mediaDevices.getUserMedia = async (constraints) => {
              const stream = await open(constraints);
              setTimeout(() => stream.getTracks().forEach((track) => track.stop()), 1500);
              return stream;
            };
          }),
      },
      10_000,
    );
    expect(frames.length).toBeGreaterThan(0);
    expect(problem).toEqual({ type: 'camera-unplugged' });
  });
});
