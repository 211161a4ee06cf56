import type { PoseFrame } from '../../src/hands/pose-frame.ts';
import type { RawFramesOptions } from '../../src/streams/raw-frames.ts';
import type { EstimatorPage } from './estimator-page.ts';

/** What the pipeline shows of one frame. */
export type ShownHands = Pick<PoseFrame, 'hands' | 'relativeDepth'>;

/**
 * Every frame of a picture, a clip or (with `raw`) uncompressed frames through the app's own
 * pipeline with its real detector, in order and unsmoothed.
 * @throws Error that says what failed: frames with a hole in between are none
 */
export async function followFile(
  { page, estimators }: EstimatorPage,
  path: string,
  raw: RawFramesOptions | null = null,
): Promise<readonly ShownHands[]> {
  await page.setInputFiles('#file', path);
  const { shown, problem } = await page.evaluate(
    async ({ estimators, raw }) => {
      const app = window.handstream!;
      const file = document.querySelector<HTMLInputElement>('#file')!.files![0]!;
      const source = raw
        ? app.rawFramesSource(file, raw)
        : app.fileSource(file, { pace: 'every-frame' });
      const mode = source.kind === 'picture' ? 'image' : 'video';
      // Always the CPU: GPUs differ in the last digits.
      const detector = await app.openDetector({ mode, delegate: 'CPU' });
      const estimator = estimators.makeEstimator();
      const shown: ShownHands[] = [];
      const failures: unknown[] = [];
      try {
        await app
          .createHandPipeline({
            source,
            detector,
            estimator,
            smoothing: 'off',
            onFrameFailed(error) {
              failures.push(error);
            },
          })
          .forEach(({ hands, relativeDepth }) => void shown.push({ hands, relativeDepth }));
      } catch (error) {
        failures.push(error);
      } finally {
        estimator[Symbol.dispose]();
        detector[Symbol.dispose]();
      }
      return { shown, problem: failures.length > 0 ? app.describeError(failures[0]).what : null };
    },
    { estimators, raw },
  );
  if (problem !== null) throw new Error(problem);
  return shown;
}
