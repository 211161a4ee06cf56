import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAMERA_ALLOWED, fakeCamera } from './fake-camera-flags.ts';
import { framesMore } from './frames-shown.ts';
import { handPixels, type SeenHands } from './hand-pixels.ts';
import { makeClip, makeMjpeg } from './make-media.ts';
import { openApiPage, openPage } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-pass-through-'));
const film = join(folder, 'hands.mjpeg');
const clip = join(folder, 'hands.webm');

beforeAll(async () => {
  await using api = await openApiPage();
  writeFileSync(film, await makeMjpeg(api.page, { scene: 'apart', frameCount: 45 }));
  const options = { codec: 'vp8', container: 'webm', frameCount: 50, frameRate: 25 } as const;
  writeFileSync(clip, (await makeClip(api.page, options))!);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Slow machines take their time. */
const EVENTUALLY = { timeout: 30_000 };

const view = (page: Page) => page.locator('[data-testid="pass-through-view"]');
const setting = (page: Page, name: string) => view(page).locator(`input[name="${name}"]`);
const badge = (page: Page) => page.locator('[data-testid="source-badge"]').textContent();

/** Both hands in each half of the window, without the bar over them. */
async function halves(page: Page, parts: number): Promise<SeenHands[]> {
  await page.addStyleTag({ content: '.pass-through-bar { opacity: 0; transition: none }' });
  return handPixels(page, await page.screenshot(), parts);
}

describe('the pass-through view', () => {
  test('mono: the picture and both hands fill the window; Escape goes back to the page', async () => {
    await using watched = await openPage({ path: '?source=synthetic' });
    const { page } = watched;
    await framesMore(page, 3);
    await page.keyboard.press('p');
    await framesMore(page, 10, 'view');
    await watched.screenshot('pass-through-mono');
    const [seen] = await halves(page, 1);
    expect(seen!.right.count).toBeGreaterThan(300);
    expect(seen!.left.count).toBeGreaterThan(300);
    expect(seen!.light).toBeGreaterThan(0.1);

    await page.keyboard.press('Escape');
    await expect.poll(() => view(page).count(), EVENTUALLY).toBe(0);
    await framesMore(page, 5);
    expect(await page.locator('[data-testid="stage"]').isVisible()).toBe(true);
    expect(watched.complaints).toEqual([]);
  });

  test('stereo: each eye has both hands, apart as far as their depth says', async () => {
    await using watched = await openPage({ path: '?source=synthetic' });
    const { page } = watched;
    await page.locator('[data-testid="scene"]').selectOption('apart');
    await framesMore(page, 3);
    await page.keyboard.press('p');
    await framesMore(page, 3, 'view');
    await page.keyboard.press('s');
    await framesMore(page, 10, 'view');
    await watched.screenshot('pass-through-stereo');
    await page.keyboard.press(' ');
    await expect.poll(() => badge(page), EVENTUALLY).toContain('paused');

    /** How much further right the left eye sees the hands, px. */
    const disparity = async (ipdMm: number) => {
      await setting(page, 'ipdMm').fill(String(ipdMm));
      const [left, right] = await halves(page, 2);
      for (const hand of [left!.right, left!.left, right!.right, right!.left]) {
        expect(hand.count).toBeGreaterThan(100);
      }
      return {
        right: left!.right.x - right!.right.x,
        left: left!.left.x - right!.left.x,
      };
    };
    const near = await disparity(50);
    const far = await disparity(80);
    for (const side of ['right', 'left'] as const) {
      expect(near[side]).toBeGreaterThan(10);
      // Proportional to the distance between the eyes, within what pixels can tell.
      expect(far[side] / near[side]).toBeGreaterThan(1.5);
      expect(far[side] / near[side]).toBeLessThan(1.7);
    }
    expect(watched.complaints).toEqual([]);
  });

  test('remembers its settings', async () => {
    await using watched = await openPage({ path: '?source=synthetic' });
    const { page } = watched;
    await framesMore(page, 1);
    await page.locator('[data-testid="pass-through"]').click();
    await framesMore(page, 1, 'view');
    await view(page).locator('[value="stereo"]').check();
    await setting(page, 'fovDegrees').fill('100');
    await page.keyboard.press('m');
    await page.locator('[data-testid="leave-pass-through"]').click();
    await expect.poll(() => view(page).count(), EVENTUALLY).toBe(0);

    await page.reload();
    await framesMore(page, 1);
    await page.keyboard.press('p');
    await framesMore(page, 1, 'view');
    expect(await setting(page, 'fovDegrees').inputValue()).toBe('100');
    expect(await setting(page, 'mirrored').isChecked()).toBe(true);
    expect(await view(page).locator('[value="stereo"]').isChecked()).toBe(true);
    expect(watched.complaints).toEqual([]);
  });

  test('shows a camera and a clip, and opens and closes without end', async () => {
    await using watched = await openPage({
      path: '?source=synthetic',
      flags: [...fakeCamera(film), CAMERA_ALLOWED],
    });
    const { page } = watched;
    await framesMore(page, 1);
    await page.locator('[data-testid="use-camera"]').click();
    await expect.poll(() => badge(page), EVENTUALLY).toMatch(/camera|fake/i);
    await framesMore(page, 3);
    await page.keyboard.press('p');
    await framesMore(page, 5, 'view');
    const [camera] = await halves(page, 1);
    expect(Math.min(camera!.right.count, camera!.left.count)).toBeGreaterThan(300);
    await page.keyboard.press('Escape');

    await page.locator('[data-testid="file"]').setInputFiles(clip);
    await expect.poll(() => badge(page), EVENTUALLY).toContain('hands.webm');
    await framesMore(page, 3);
    // More often than a browser has GPU contexts to give: each one must have been given back.
    for (let time = 0; time < 10; time++) {
      await page.keyboard.press('p');
      await framesMore(page, 2, 'view');
      await page.keyboard.press('Escape');
      await expect.poll(() => view(page).count(), EVENTUALLY).toBe(0);
    }
    await framesMore(page, 3);
    expect(watched.complaints).toEqual([]);
  });

  test('is legible on a phone, upright and across', async () => {
    for (const [width, height] of [
      [360, 740],
      [740, 360],
      [1440, 900],
    ] as const) {
      await using watched = await openPage({
        path: '?source=synthetic',
        context: { viewport: { width, height }, reducedMotion: 'reduce' },
      });
      const { page } = watched;
      await framesMore(page, 1);
      await page.locator('[data-testid="pass-through"]').click();
      await framesMore(page, 2, 'view');
      await watched.screenshot(`pass-through-mono-${width}`);
      await page.keyboard.press('s');
      await framesMore(page, 3, 'view');
      await watched.screenshot(`pass-through-stereo-${width}`);
      const bar = await page.locator('[data-testid="pass-through-bar"]').boundingBox();
      expect(bar!.x).toBeGreaterThanOrEqual(0);
      expect(bar!.x + bar!.width).toBeLessThanOrEqual(width);
      expect(bar!.y).toBeGreaterThanOrEqual(0);
      expect(bar!.y + bar!.height).toBeLessThanOrEqual(height);
      expect(watched.complaints).toEqual([]);
    }
  });
});
