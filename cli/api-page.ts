import type { Page } from 'playwright-core';

/** Brings a page to the app's API page (api.html) and waits until `window.handstream` is there. */
export async function openApiPage(page: Page, appUrl: string): Promise<void> {
  await page.goto(`${appUrl}api.html`);
  await page.waitForFunction(() => window.handstream !== undefined);
}
