import type { JSHandle, Page } from 'playwright-core';
import type { PoseEstimator } from '../../src/streams/pose-estimator.ts';
import { openApiPage } from '../api-page.ts';
import { serveApp } from '../app.ts';
import { launchChromium } from '../chromium.ts';
import { isBundled } from './model-name.ts';

/** The app's API page with an estimator at hand. */
export interface EstimatorPage {
  readonly page: Page;
  /** Makes a fresh estimator for each file, in the page; none for the detector's own landmarks. */
  readonly makeEstimator: JSHandle<() => PoseEstimator | undefined>;
}

/**
 * Serves the app, opens it in a Chromium without a window and the estimator in it, for as long as
 * `work` takes.
 * @param model 'landmarker', 'lite', 'auto', or the path of an InterNet
 * @throws Error that says what is wrong with the model; what `work` throws
 */
export async function withEstimatorPage<T>(
  model: string,
  work: (opened: EstimatorPage) => Promise<T>,
): Promise<T> {
  const app = await serveApp({ port: 0 });
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await openApiPage(page, app.url);
      return await work({ page, makeEstimator: await openEstimator(page, model) });
    } finally {
      await browser.close();
    }
  } finally {
    await app.close();
  }
}

async function openEstimator(page: Page, model: string): Promise<EstimatorPage['makeEstimator']> {
  const isFile = !isBundled(model);
  if (isFile) await page.setInputFiles('#model', model);
  return page.evaluateHandle(
    async ({ model, isFile }) => {
      const app = window.handstream!;
      if (model === 'landmarker') return () => undefined;
      const file = document.querySelector<HTMLInputElement>('#model')!.files![0];
      const name = file?.name ?? model;
      try {
        const engine =
          isFile && file
            ? await app.openInternet({ model: file, name, backend: 'wasm' })
            : await app.openLite({ backend: 'wasm' });
        if (model !== 'auto') return () => app.internetEstimator(engine, name);
        return () => app.autoEstimator({ internet: app.internetEstimator(engine, name) });
      } catch (error) {
        throw new Error(app.describeError(error).what, { cause: error });
      }
    },
    { model, isFile },
  );
}
