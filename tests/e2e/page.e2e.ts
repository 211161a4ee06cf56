import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAMERA_ALLOWED, fakeCamera } from './fake-camera-flags.ts';
import { framesMore } from './frames-shown.ts';
import { makeClip, makeMjpeg } from './make-media.ts';
import { openApiPage, openPage, type WatchedPage } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-page-'));
const film = join(folder, 'hands.mjpeg');
const clip = join(folder, 'hands.webm');
const picture = join(folder, 'hands.jpg');

beforeAll(async () => {
  await using api = await openApiPage();
  const pictures = await makeMjpeg(api.page, { scene: 'apart', frameCount: 45 });
  writeFileSync(film, pictures);
  writeFileSync(picture, pictures.subarray(0, pictures.indexOf('\xff\xd9', 2, 'latin1') + 2));
  const options = { codec: 'vp8', container: 'webm', frameCount: 50, frameRate: 25 } as const;
  writeFileSync(clip, (await makeClip(api.page, options))!);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const element = (page: Page, id: string) => page.locator(`[data-testid="${id}"]`);

/** Whether something was drawn in both hands' colours over the picture (Pixi's canvas). */
async function handsDrawn(
  watched: WatchedPage,
  name: string,
): Promise<{ right: number; left: number }> {
  await watched.screenshot(name);
  const png = await element(watched.page, 'stage').screenshot();
  return watched.page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(
      await (await fetch(`data:image/png;base64,${base64}`)).blob(),
    );
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const count = { right: 0, left: 0 };
    for (let i = 0; i < data.length; i += 4) {
      const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
      if (r > 200 && g > 120 && g < 200 && b < 90) count.right += 1; // orange
      if (b > 200 && r < 110 && g > 110) count.left += 1; // blue
    }
    return count;
  }, png.toString('base64'));
}

describe('the page', () => {
  test('opens with synthetic hands, says so, and shows the error against the truth', async () => {
    await using watched = await openPage();
    const { page } = watched;
    await framesMore(page, 20);
    expect(await element(page, 'source-badge').textContent()).toMatch(/synthetic/i);
    expect(await element(page, 'truth').isVisible()).toBe(true);
    expect(await element(page, 'truth').textContent()).toMatch(/\d+(\.\d+)? px/);
    const drawn = await handsDrawn(watched, 'synthetic');
    expect(drawn.right).toBeGreaterThan(300);
    expect(drawn.left).toBeGreaterThan(300);
    expect(watched.complaints).toEqual([]);
  });

  test('the camera by its button: mirrored view, both hands drawn, truth hidden', async () => {
    await using watched = await openPage({
      flags: [...fakeCamera(film), CAMERA_ALLOWED],
      path: '?source=synthetic',
    });
    const { page } = watched;
    await element(page, 'use-camera').click();
    await expect.poll(() => element(page, 'truth').isVisible()).toBe(false);
    await framesMore(page, 15);
    expect(await element(page, 'mirror').isChecked()).toBe(true);
    const drawn = await handsDrawn(watched, 'camera');
    expect(drawn.right).toBeGreaterThan(300);
    expect(drawn.left).toBeGreaterThan(300);

    // The way back, by keyboard.
    await page.keyboard.press('s');
    await expect.poll(() => element(page, 'source-badge').textContent()).toMatch(/synthetic/i);
    await framesMore(page, 5);
    expect(watched.complaints).toEqual([]);
  });

  test('a clip, a picture, and a file that is neither', async () => {
    await using watched = await openPage({ path: '?source=synthetic' });
    const { page } = watched;
    await framesMore(page, 1);
    await element(page, 'file').setInputFiles(clip);
    await expect.poll(() => element(page, 'source-badge').textContent()).toContain('hands.webm');
    await framesMore(page, 10);
    const onClip = await handsDrawn(watched, 'clip');
    expect(Math.min(onClip.right, onClip.left)).toBeGreaterThan(300);

    await element(page, 'file').setInputFiles(picture);
    await expect.poll(() => element(page, 'source-badge').textContent()).toContain('hands.jpg');
    await framesMore(page, 1);
    const onPicture = await handsDrawn(watched, 'picture');
    expect(Math.min(onPicture.right, onPicture.left)).toBeGreaterThan(300);

    const broken = join(folder, 'broken.mp4');
    writeFileSync(broken, 'no video');
    await element(page, 'file').setInputFiles(broken);
    const notice = element(page, 'error');
    await expect.poll(() => notice.textContent()).toContain('broken.mp4');
    expect(await page.locator('[role="alert"]').count()).toBeGreaterThan(0);
    await framesMore(page, 5);
    await watched.screenshot('broken-file');
    expect(watched.complaints).toEqual([]);
  });

  test('a clip that breaks off: its last picture stays, and there is nothing to record', async () => {
    await using watched = await openPage({ path: '?source=synthetic' });
    const { page } = watched;
    await framesMore(page, 1);
    const record = element(page, 'record');
    const cut = join(folder, 'cut.webm');
    const whole = readFileSync(clip);
    writeFileSync(cut, whole.subarray(0, Math.round(whole.length * 0.6)));
    await element(page, 'file').setInputFiles(cut);
    await expect
      .poll(() => element(page, 'error').textContent(), { timeout: 60_000 })
      .toContain('cut.webm');
    expect(await element(page, 'source-badge').textContent()).toContain('cut.webm');
    expect(await record.isEnabled()).toBe(false);
    await page.keyboard.press('s');
    await expect.poll(() => record.isEnabled()).toBe(true);
    expect(watched.complaints).toEqual([]);
  });

  test('a picture dropped on the page is looked at, still or not', async () => {
    await using watched = await openPage({ path: '?source=synthetic' });
    const { page } = watched;
    await framesMore(page, 1);
    const dropped = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(
          new File([Uint8Array.from(bytes)], 'dropped.jpg', { type: 'image/jpeg' }),
        );
        return transfer;
      },
      Array.from(readFileSync(picture)),
    );
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
    await expect.poll(() => element(page, 'drop-hint').isVisible()).toBe(true);
    await watched.screenshot('drop-hint');
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await expect.poll(() => element(page, 'source-badge').textContent()).toContain('dropped.jpg');
    await framesMore(page, 1);
    expect(await element(page, 'drop-hint').isVisible()).toBe(false);
    // A setting that changes runs the one frame of a picture again.
    await page.keyboard.press('f');
    await framesMore(page, 1);
    expect(watched.complaints).toEqual([]);
  });

  test('settings change while the camera goes on', async () => {
    await using watched = await openPage({
      flags: [...fakeCamera(film), CAMERA_ALLOWED],
      before: (context) =>
        context.addInitScript(() => {
          const { mediaDevices } = navigator;
          const open = mediaDevices.getUserMedia.bind(mediaDevices);
          mediaDevices.getUserMedia = (constraints) => {
            const { dataset } = document.documentElement;
            dataset['cameraOpened'] = String(Number(dataset['cameraOpened'] ?? 0) + 1);
            return open(constraints);
          };
        }),
      path: '?source=synthetic',
    });
    const { page } = watched;
    await element(page, 'use-camera').click();
    await framesMore(page, 10);
    await page.keyboard.press('f');
    await element(page, 'fov').fill('90');
    await element(page, 'fov').press('Enter');
    await framesMore(page, 10);
    expect(await page.evaluate(() => document.documentElement.dataset['cameraOpened'])).toBe('1');
    expect(watched.complaints).toEqual([]);
  });

  test('a refused camera is said in a sentence, and the synthetic hands go on', async () => {
    await using watched = await openPage({
      flags: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'],
    });
    const { page } = watched;
    await framesMore(page, 1);
    await element(page, 'use-camera').click();
    await expect.poll(() => element(page, 'error').textContent()).toMatch(/camera/i);
    await framesMore(page, 5);
    await watched.screenshot('camera-refused');
  });

  for (const [width, height] of [
    [360, 740],
    [820, 1180],
    [1440, 900],
    [2560, 1440],
  ] as const) {
    test(`holds at ${width} px: nothing reaches past the edge`, async () => {
      await using watched = await openPage({
        path: '?source=synthetic',
        context: { viewport: { width, height }, colorScheme: width < 1000 ? 'light' : 'dark' },
      });
      await framesMore(watched.page, 8);
      const wide = await watched.page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      await watched.screenshot(`page-${width}`);
    });
  }

  test('every control has a name, and Tab reaches the camera button', async () => {
    await using watched = await openPage({ path: '?source=synthetic' });
    const { page } = watched;
    const nameless = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('button, input, select, summary'))
        .filter((control) => control.checkVisibility())
        .filter((control) => {
          const labels = 'labels' in control ? (control as HTMLInputElement).labels : null;
          const name =
            control.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? control.textContent;
          return !name?.trim();
        })
        .map((control) => control.outerHTML),
    );
    expect(nameless).toEqual([]);
    const reached = new Set<string | undefined>();
    for (let i = 0; i < 25; i++) {
      await page.keyboard.press('Tab');
      const id = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement instanceof HTMLElement ? activeElement.dataset['testid'] : undefined;
      });
      reached.add(id);
    }
    expect([...reached]).toContain('use-camera');
    expect([...reached]).toContain('pause');
  });

  // MediaPipe's runtime would report to its maker after a minute (src/workers/same-origin-fetch.ts).
  test('in seventy seconds no request leaves for another server', async () => {
    await using watched = await openPage({ path: 'api.html' });
    const elsewhere: string[] = [];
    const own = new URL(watched.page.url()).origin;
    watched.page.context().on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== own && protocol.startsWith('http')) elsewhere.push(request.url());
    });
    await watched.page.goto(`${own}/?source=synthetic`);
    await framesMore(watched.page, 1);
    await watched.page.waitForTimeout(70_000);
    expect(elsewhere).toEqual([]);
  });
});
