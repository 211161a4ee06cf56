import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { emulatedHeadset } from './emulated-headset.ts';
import { framesMore } from './frames-shown.ts';
import { handPixels } from './hand-pixels.ts';
import { openPage, type WatchedPage } from './pages.ts';

/** Slow machines take their time. */
const EVENTUALLY = { timeout: 30_000 };

const headset = (page: Page) => page.locator('[data-testid="headset"]');
const mode = (page: Page) => headset(page).getAttribute('data-mode');
const counts = (page: Page) => page.evaluate(() => window.headsetCounts());

/** The page with a headset, in its pass-through view. */
async function openView(...modes: Parameters<typeof emulatedHeadset>): Promise<WatchedPage> {
  const watched = await openPage({ path: '?source=synthetic', before: emulatedHeadset(...modes) });
  const { page } = watched;
  await page.locator('[data-testid="scene"]').selectOption('apart');
  await framesMore(page, 4);
  await page.keyboard.press('p');
  // What the view itself needs of the GPU is there once it has drawn.
  await page.locator('[data-testid="pass-through-view"][data-frames]').waitFor();
  await expect.poll(() => headset(page).isVisible(), EVENTUALLY).toBe(true);
  return watched;
}

/** Enters and waits until some frames were drawn. */
async function enter(page: Page, expected: string): Promise<void> {
  const before = await counts(page);
  await headset(page).click();
  await expect.poll(() => mode(page), EVENTUALLY).toBe(expected);
  const drawn = async () => (await counts(page)).frames - before.frames;
  await expect.poll(drawn, { timeout: 30_000 }).toBeGreaterThan(20);
}

/**
 * Both eyes as the headset shows them, before black: a modal dialog would lie over iwer's canvas, and
 * what is drawn nowhere would show the light page.
 */
async function seen(watched: WatchedPage, name: string) {
  const { page } = watched;
  await page.addStyleTag({
    content: `.pass-through, .pass-through::backdrop, main, header { opacity: 0 }
      html, body { background: #000 }`,
  });
  await watched.screenshot(name);
  return handPixels(page, await page.screenshot(), 2);
}

/** Waits for the headset to be off, then for nothing of it to be left. */
async function nothingLeft(page: Page, before: Awaited<ReturnType<typeof counts>>): Promise<void> {
  await expect.poll(() => mode(page), EVENTUALLY).toBe('');
  const { contexts } = before;
  await expect.poll(() => counts(page), EVENTUALLY).toMatchObject({ contexts, pictures: 0 });
  const { frames, textures } = await counts(page);
  expect(textures).toBeLessThanOrEqual(before.textures);
  await page.waitForTimeout(300);
  expect((await counts(page)).frames).toBe(frames);
}

describe('a headset (iwer)', () => {
  test('AR: both hands for both eyes, over nothing of our own', async () => {
    await using watched = await openView('immersive-ar', 'immersive-vr');
    const { page } = watched;
    await enter(page, 'immersive-ar');
    for (const eye of await seen(watched, 'headset-ar')) {
      expect(eye.right.count).toBeGreaterThan(100);
      expect(eye.left.count).toBeGreaterThan(100);
      expect(eye.light).toBeLessThan(0.05);
    }
    expect(watched.complaints).toEqual([]);
  });

  test('VR: the same over the camera picture', async () => {
    await using watched = await openView('immersive-vr');
    const { page } = watched;
    await enter(page, 'immersive-vr');
    for (const eye of await seen(watched, 'headset-vr')) {
      expect(eye.right.count).toBeGreaterThan(100);
      expect(eye.left.count).toBeGreaterThan(100);
      expect(eye.light).toBeGreaterThan(0.1);
    }
    expect(watched.complaints).toEqual([]);
  });

  test('hands and picture come along with the head', async () => {
    await using watched = await openView('immersive-vr');
    const { page } = watched;
    await page.evaluate(() => {
      window.headset.position.set(1, 1.7, -2);
      window.headset.quaternion.set(0, Math.SQRT1_2, 0, Math.SQRT1_2);
    });
    await enter(page, 'immersive-vr');
    for (const eye of await seen(watched, 'headset-turned')) {
      expect(eye.right.count).toBeGreaterThan(100);
      expect(eye.left.count).toBeGreaterThan(100);
      expect(eye.light).toBeGreaterThan(0.1);
    }
    expect(watched.complaints).toEqual([]);
  });

  test('leaving it by key, by the system and with the view leaves nothing behind', async () => {
    await using watched = await openView('immersive-vr');
    const { page } = watched;
    const before = await counts(page);
    await enter(page, 'immersive-vr');
    expect((await counts(page)).contexts).toBe(before.contexts + 1);
    await page.keyboard.press('x');
    await nothingLeft(page, before);

    await enter(page, 'immersive-vr');
    await page.evaluate(() => window.headset.activeSession?.end());
    await nothingLeft(page, before);

    // A GPU that is lost ends the session, too.
    await enter(page, 'immersive-vr');
    await page.evaluate(() => {
      const context = window.headset.appCanvas?.getContext('webgl2');
      context?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await nothingLeft(page, before);

    await enter(page, 'immersive-vr');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.locator('[data-testid="pass-through-view"]').count(), EVENTUALLY)
      .toBe(0);
    await expect
      .poll(() => page.evaluate(() => window.headset.activeSession), EVENTUALLY)
      .toBeUndefined();
    await expect.poll(async () => (await counts(page)).pictures, EVENTUALLY).toBe(0);
    // three notes the lost GPU; iwer reads the colour it clears with from it and finds null.
    const expected = /context lost|Cannot read properties of null \(reading '0'\)/i;
    expect(watched.complaints.filter((text) => !expected.test(text))).toEqual([]);
  });

  test('without one, the button stays away', async () => {
    await using watched = await openView('immersive-vr');
    await using none = await openPage({ path: '?source=synthetic', before: emulatedHeadset() });
    await framesMore(none.page, 1);
    await none.page.keyboard.press('p');
    await none.page.locator('[data-testid="pass-through-view"][data-frames]').waitFor();
    expect(await headset(watched.page).isVisible()).toBe(true);
    expect(await headset(none.page).isVisible()).toBe(false);
  });
});

describe("three.js's own hand models on a webcam", () => {
  test('mesh, spheres and boxes, with nothing from elsewhere', async () => {
    for (const [width, height, colorScheme] of [
      [1280, 800, 'dark'],
      [360, 740, 'light'],
    ] as const) {
      await using watched = await openPage({
        path: 'xr-hands.html',
        context: { viewport: { width, height }, colorScheme },
      });
      const { page } = watched;
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(inject('appUrl')) && request.url().startsWith('http'))
          foreign.push(request.url());
      });
      const canvas = page.locator('[data-testid="hands"]');
      const hands = () => canvas.getAttribute('data-hands');
      await expect.poll(hands, { timeout: 60_000 }).toBe('2');
      for (const profile of ['mesh', 'spheres', 'boxes']) {
        await page.locator(`input[value="${profile}"]`).check();
        await page.waitForTimeout(1500);
        await watched.screenshot(`xr-hands-${profile}-${width}`);
        const [seen] = await handPixels(page, await canvas.screenshot(), 1);
        // White models on a dark stage.
        expect(seen!.bright).toBeGreaterThan(500);
      }
      // A window that grows wider does not make the canvas higher than the page.
      await page.setViewportSize({ width: 1200, height: 700 });
      const tall = async () => (await canvas.boundingBox())!.height;
      await expect.poll(tall, EVENTUALLY).toBeLessThan(700);
      expect(foreign).toEqual([]);
      expect(watched.complaints).toEqual([]);
    }
  });
});
