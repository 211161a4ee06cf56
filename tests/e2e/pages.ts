import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchChromium } from '../../cli/chromium.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The project's shared inputs, where this checkout has them (../shared/data). */
export const SHARED_DATA = join(ROOT, '..', 'shared', 'data');

/** Where screenshots go, to be looked at. */
export const SCREENSHOTS = join(ROOT, 'test-results');

/** MediaPipe's wasm logs its notes (glog's I and W lines) as console warnings: they are no complaints. */
const MEDIAPIPE_NOTE = /^(?:[IW]\d{4} \d\d:\d\d:\d\d\.\d+ |INFO: Created TensorFlow Lite)/;

/** A page of the served app that remembers everything the browser complained about. */
export interface WatchedPage extends AsyncDisposable {
  readonly page: Page;
  /** Uncaught errors and console errors and warnings, in order. */
  readonly complaints: readonly string[];
  screenshot(name: string): Promise<void>;
}

export interface OpenPageOptions {
  /** Path below the app's address; default its front page. */
  readonly path?: string;
  readonly flags?: readonly string[];
  readonly context?: Parameters<Browser['newContext']>[0];
  /** Runs before the page's own scripts. */
  readonly before?: (context: BrowserContext) => Promise<unknown>;
}

/** Opens a page in a browser of its own; disposing it ends the browser. */
export async function openPage(options: OpenPageOptions = {}): Promise<WatchedPage> {
  const browser = await launchChromium(options.flags);
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      ...options.context,
    });
    await options.before?.(context);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      if (!MEDIAPIPE_NOTE.test(message.text())) complaints.push(message.text());
    });
    await page.goto(new URL(options.path ?? '', inject('appUrl')).href);
    return {
      page,
      complaints,
      async screenshot(name) {
        mkdirSync(SCREENSHOTS, { recursive: true });
        await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
      },
      [Symbol.asyncDispose]: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The API page (api.html), ready. */
export async function openApiPage(options: OpenPageOptions = {}): Promise<WatchedPage> {
  const watched = await openPage({ ...options, path: 'api.html' });
  await watched.page.waitForFunction(() => window.handstream !== undefined);
  return watched;
}
