import type { JSHandle, Page } from 'playwright-core';
import type { RecordEstimator } from '../../src/record-estimator.ts';
import { openApiPage } from '../api-page.ts';
import { serveApp } from '../app.ts';
import { launchChromium } from '../chromium.ts';
import { isBundled } from './model-name.ts';

/** The app's API page with an estimator at hand. */
export interface EstimatorPage {
  readonly page: Page;
  /** In the page; each file gets an estimator of its own. */
  readonly estimators: JSHandle<RecordEstimator>;
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
      return await work({ page, estimators: await openEstimators(page, model) });
    } finally {
      await browser.close();
    }
  } finally {
    await app.close();
  }
}

async function openEstimators(page: Page, model: string): Promise<EstimatorPage['estimators']> {
  const bundled = isBundled(model) ? model : null;
  if (!bundled) await page.setInputFiles('#model', model);
  return page.evaluateHandle(async (bundled) => {
    const { openRecordEstimator, describeError } = window.handstream!;
    const own = document.querySelector<HTMLInputElement>('#model')!.files![0]!;
    try {
      return await openRecordEstimator(bundled ?? own, 'wasm');
    } catch (error) {
      throw new Error(describeError(error).what, { cause: error });
    }
  }, bundled);
}
