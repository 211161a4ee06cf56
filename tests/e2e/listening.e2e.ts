import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { FrameMessage } from '../../src/streams/broadcast-messages.ts';
import { openPage } from './pages.ts';

declare global {
  interface Window {
    /** What a page that listens was told, newest last. */
    heard: { readonly handstream: string; readonly reason?: string }[];
  }
}

/** A page of somebody else's that holds the app in a frame and listens: the example of the docs. */
const listener = (app: string) => `<!doctype html>
<title>Somebody else's page</title>
<style>html, body, iframe { margin: 0; width: 100%; height: 100%; border: 0; display: block }</style>
<iframe id="app" src="${app}" allow="camera"></iframe>
<script>
  window.heard = [];
  const frame = document.querySelector('#app');
  const ask = () =>
    frame.contentWindow.postMessage({ handstream: 'listen', version: 1 }, new URL(frame.src).origin);
  addEventListener('message', ({ data, origin, source, ports: [port] }) => {
    if (origin !== new URL(frame.src).origin || source !== frame.contentWindow) return;
    heard.push(data);
    if (data.handstream === 'welcome') port.onmessage = ({ data }) => heard.push(data);
  });
</script>`;

let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    const query = new URL(url ?? '', 'http://any').searchParams.get('query') ?? '';
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(listener(`${inject('appUrl')}?source=synthetic${query}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Slow machines take their time. */
const EVENTUALLY = { timeout: 30_000 };

const app = (page: Page) => page.frameLocator('#app');
const heard = (page: Page, kind: string) =>
  page.evaluate((kind) => window.heard.filter(({ handstream }) => handstream === kind), kind);
const ask = (page: Page) => page.evaluate('ask()');

async function openListener(query = '') {
  const watched = await openPage({ path: `${url}?query=${encodeURIComponent(query)}` });
  await app(watched.page).locator('html[data-frames]').waitFor({ timeout: 60_000 });
  return watched;
}

describe('pages that listen', () => {
  test('of the same origin: BroadcastChannel, plain data, both hands', async () => {
    await using watched = await openPage({ path: '?source=synthetic' });
    const other = await watched.page.context().newPage();
    await other.goto(new URL('api.html', inject('appUrl')).href);
    const message = await other.evaluate(
      () =>
        new Promise<FrameMessage>((resolve) => {
          const channel = new BroadcastChannel('handstream');
          channel.addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => {
            if (data.frame.hands.right && data.frame.hands.left) resolve(data);
          });
        }),
    );
    expect(message).toMatchObject({
      handstream: 'frame',
      version: 1,
      source: { kind: 'synthetic', width: 640, height: 480 },
    });
    expect(message.frame.hands.right!.joints3d).toHaveLength(21);
    expect(Object.keys(message.frame.hands.left!).sort()).not.toContain('raw');
    expect(watched.complaints).toEqual([]);
  });

  test('of another origin hear nothing until the user says yes, and no more when he takes it back', async () => {
    await using watched = await openListener();
    const { page } = watched;
    await ask(page);
    const question = app(page).locator('[data-testid="ask"]');
    await question.waitFor();
    expect(await question.textContent()).toContain(new URL(url).origin);
    await watched.screenshot('listening-question');
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => window.heard)).toEqual([]);

    await app(page).locator('[data-testid="ask-yes"]').click();
    await expect
      .poll(async () => (await heard(page, 'frame')).length, EVENTUALLY)
      .toBeGreaterThan(5);
    expect(await heard(page, 'welcome')).toHaveLength(1);

    const allowed = app(page).locator('[data-testid="listeners"]');
    expect(await allowed.textContent()).toContain(new URL(url).origin);
    await allowed.scrollIntoViewIfNeeded();
    await watched.screenshot('listening-allowed');
    await allowed.getByRole('button').click();
    await page.waitForTimeout(500);
    const count = (await heard(page, 'frame')).length;
    await page.waitForTimeout(500);
    expect((await heard(page, 'frame')).length).toBe(count);
    // Chromium lets no frame of another origin take the focus from the page around it.
    const complaints = watched.complaints.filter(
      (text) => !text.startsWith('Blocked autofocusing'),
    );
    expect(complaints).toEqual([]);
  });

  test('are refused where the user says no, and he is not asked again', async () => {
    await using watched = await openListener();
    const { page } = watched;
    await ask(page);
    await app(page).locator('[data-testid="ask-no"]').click();
    await expect
      .poll(() => heard(page, 'refused'), EVENTUALLY)
      .toMatchObject([{ reason: 'origin' }]);
    await ask(page);
    await expect.poll(async () => (await heard(page, 'refused')).length, EVENTUALLY).toBe(2);
    expect(await app(page).locator('[data-testid="ask"]').count()).toBe(0);
    expect(await heard(page, 'frame')).toEqual([]);
  });

  test('can be named in the address, which the user confirms', async () => {
    await using watched = await openListener(`&listener=${url}`);
    const { page } = watched;
    await app(page).locator('[data-testid="ask-yes"]').click();
    await ask(page);
    await expect
      .poll(async () => (await heard(page, 'frame')).length, EVENTUALLY)
      .toBeGreaterThan(2);
  });
});
