import type { Browser, Page } from 'playwright-core';

/** Brings a page to the app's API page (api.html) and waits until `window.handstream` is there. */
export async function openApiPage(page: Page, appUrl: string): Promise<void> {
  await page.goto(`${appUrl}api.html`);
  await page.waitForFunction(() => window.handstream !== undefined);
}

/** Opens the API page with a network's file in its `#model` input, for as long as `work` takes. */
export async function withModelPage<T>(
  browser: Browser,
  appUrl: string,
  model: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  try {
    await openApiPage(page, appUrl);
    await page.setInputFiles('#model', model);
    return await work(page);
  } finally {
    await page.close();
  }
}
