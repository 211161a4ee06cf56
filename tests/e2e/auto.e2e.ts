import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Vec3 } from '../../src/hands/vectors.ts';
import { fixedPoseInternet } from '../fixed-pose-internet.ts';
import { framesMore } from './frames-shown.ts';
import { openPage, type WatchedPage } from './pages.ts';

const PATIENTLY = { timeout: 60_000, interval: 100 };

const element = (page: Page, id: string) => page.locator(`[data-testid="${id}"]`);
const text = (page: Page, id: string) => element(page, id).textContent();
const remembered = (page: Page) => page.evaluate(() => localStorage['handstream.model'] as string);

const checked = (page: Page) =>
  page.evaluate(() => document.querySelector('input[name=model]:checked')?.ariaLabel);

/** A hand in the heatmap's bins, its wrist at (x, 27). */
function hand(x: number): Vec3[] {
  const finger = (f: number) =>
    [1, 2, 3, 4].map((k): Vec3 => [x + (f - 2) * 1.8, 26 - 5 * k, 16 - 0.3 * k]);
  return [[x, 27, 16], ...[0, 1, 2, 3, 4].flatMap(finger)];
}

/** In place of InterNet-Lite: a network that sees both hands in whatever it is shown. */
const network = fixedPoseInternet({
  joints: { right: hand(9), left: hand(22) },
  handedness: { right: 0.9, left: 0.9 },
  relativeDepthMm: -60,
});

/** The page with synthetic hands, and with the bundled network as `answer` gives it. */
function openAuto(answer: () => Promise<Uint8Array | null>): Promise<WatchedPage> {
  return openPage({
    path: '?source=synthetic',
    before: (context: BrowserContext) =>
      context.route('**/models/internet-lite.onnx', async (route) => {
        const body = await answer();
        await route.fulfill(body ? { body: Buffer.from(body) } : { status: 404 });
      }),
  });
}

/** Pixels of the stage in the colours that the two estimators are compared in. */
async function comparedDrawn({ page }: WatchedPage) {
  const png = await element(page, 'stage').screenshot();
  return page.evaluate(async (base64) => {
    const url = `data:image/png;base64,${base64}`;
    const bitmap = await createImageBitmap(await (await fetch(url)).blob());
    // Without the legend, which has the same colours.
    const height = bitmap.height - 90;
    const context = new OffscreenCanvas(bitmap.width, height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, height);
    const count = { landmarks: 0, network: 0 };
    for (let i = 0; i < data.length; i += 4) {
      const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
      if (r < 120 && g > 170 && b > 120 && b < g) count.landmarks += 1;
      if (r > 190 && g < 170 && b > 160) count.network += 1;
    }
    return count;
  }, png.toString('base64'));
}

describe('the choice of estimators', () => {
  test('auto: the landmarks until InterNet-Lite is there, then both; each alone; compared', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await using watched = await openAuto(async () => {
      await held;
      return network;
    });
    const { page } = watched;
    await framesMore(page, 10);
    expect(await checked(page)).toBe('Auto');
    expect(await element(page, 'engine-load').isVisible()).toBe(true);
    expect(await element(page, 'chosen').isVisible()).toBe(false);

    await page.selectOption('[data-testid="scene"]', 'apart');
    release();
    await expect.poll(() => text(page, 'engine'), PATIENTLY).toContain('InterNet-Lite runs on');
    await expect
      .poll(() => text(page, 'chosen'), PATIENTLY)
      .toBe('right: landmarks · left: landmarks');

    await element(page, 'model-lite').check();
    await expect.poll(() => element(page, 'chosen').isVisible(), PATIENTLY).toBe(false);
    expect(await remembered(page)).toBe('internet-lite');
    await page.keyboard.press('e');
    await expect
      .poll(() => text(page, 'chosen'), PATIENTLY)
      .toBe('right: InterNet-Lite · left: InterNet-Lite');
    expect(await element(page, 'compare-legend').isVisible()).toBe(true);
    await framesMore(page, 2);
    expect((await comparedDrawn(watched)).landmarks).toBeGreaterThan(100);
    await watched.screenshot('compare-lite');

    await element(page, 'model-landmarker').check();
    await expect
      .poll(() => text(page, 'chosen'), PATIENTLY)
      .toBe('right: landmarks · left: landmarks');
    await framesMore(page, 2);
    const drawn = await comparedDrawn(watched);
    expect(drawn.network).toBeGreaterThan(100);
    await watched.screenshot('compare-landmarks');

    await page.keyboard.press('e');
    await expect.poll(() => text(page, 'engine'), PATIENTLY).toBe('');
    expect(await element(page, 'compare-legend').isVisible()).toBe(false);
    await framesMore(page, 2);

    await page.reload();
    await expect.poll(() => checked(page), PATIENTLY).toBe('Landmarks');
    await framesMore(page, 2);
    expect(watched.complaints).toEqual([]);
  });

  test('without InterNet-Lite the landmarks go on, a notice says so, the next visit tries again', async () => {
    let asked = 0;
    await using watched = await openAuto(() => {
      asked += 1;
      return Promise.resolve(null);
    });
    const { page } = watched;
    await expect.poll(() => text(page, 'error'), PATIENTLY).toContain('InterNet-Lite');
    expect(await text(page, 'error')).toContain('landmarks go on alone');
    expect(await checked(page)).toBe('Landmarks');
    await framesMore(page, 10);
    expect(await remembered(page)).toBe('auto');

    await page.keyboard.press('e');
    await expect.poll(() => element(page, 'error').count(), PATIENTLY).toBe(2);
    expect(await element(page, 'compare').isChecked()).toBe(false);
    await watched.screenshot('no-lite');
    await page.reload();
    await expect.poll(() => asked, PATIENTLY).toBe(3);
    await framesMore(page, 2);
    expect(watched.complaints.filter((said) => !said.includes('404'))).toEqual([]);
  });
});
