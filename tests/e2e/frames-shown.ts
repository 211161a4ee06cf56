import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What counts the frames that it shows: the page, or the pass-through view over it. */
export type Shower = 'page' | 'view';

/** PoseFrames that were shown so far. */
export function framesShown(page: Page, by: Shower = 'page'): Promise<number> {
  return page.evaluate(
    (selector) => Number(document.querySelector<HTMLElement>(selector)?.dataset['frames'] ?? 0),
    by === 'page' ? 'html' : '.pass-through',
  );
}

/** Waits until so many more were. */
export async function framesMore(page: Page, count: number, by: Shower = 'page'): Promise<void> {
  const before = await framesShown(page, by);
  await expect
    .poll(() => framesShown(page, by), { timeout: 60_000, interval: 100 })
    .toBeGreaterThanOrEqual(before + count);
}
