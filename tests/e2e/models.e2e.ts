import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { framesMore } from './frames-shown.ts';
import { serveModel } from './model-server.ts';
import { openPage, type OpenPageOptions, type WatchedPage } from './pages.ts';

const CHECKPOINT = fileURLToPath(
  new URL('../../../shared/golden/internet_official_small_zip.pth.tar', import.meta.url),
);
const hasCheckpoint = existsSync(CHECKPOINT);

const element = (page: Page, id: string) => page.locator(`[data-testid="${id}"]`);

/** For machines that have much else to do. */
const PATIENTLY = { timeout: 60_000, interval: 100 };

/** A page of somebody who uses the landmarks; it notes each percentage that an import shows. */
function openModelsPage(options: OpenPageOptions = {}): Promise<WatchedPage> {
  return openPage({
    ...options,
    path: '?source=synthetic',
    before: async (context) => {
      await context.addInitScript(watchImports);
      await context.addInitScript(() => (localStorage['handstream.model'] ??= 'landmarker'));
      await options.before?.(context);
    },
  });
}

function watchImports(): void {
  addEventListener('DOMContentLoaded', () => {
    const bar = document.querySelector('[data-testid="import-progress"]')!;
    const note = () => {
      const now = bar.getAttribute('aria-valuenow');
      const { dataset } = document.documentElement;
      if (now !== null) dataset['imported'] = `${dataset['imported'] ?? ''} ${now}`;
    };
    new MutationObserver(note).observe(bar, { attributes: true });
  });
}

/** The percentages that were shown. */
async function percentages(page: Page): Promise<readonly number[]> {
  const noted = await page.evaluate(() => document.documentElement.dataset['imported'] ?? '');
  return noted.trim().split(' ').filter(Boolean).map(Number);
}

async function drop(page: Page, name: string, content: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
      return transfer;
    },
    [name, content.toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Names and sizes of the files that the browser keeps. */
function storedFiles(page: Page): Promise<readonly { name: string; bytes: number }[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('models', { create: true });
    const files = [];
    for await (const handle of folder.values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const { name, size } = await handle.getFile();
      files.push({ name, bytes: size });
    }
    return files;
  });
}

const checked = (page: Page) =>
  page.evaluate(() => document.querySelector('input[name=model]:checked')?.ariaLabel);

/** Waits until the stream runs with the network: its state and cost are said, and frames go on. */
async function seeItRun(page: Page, name: string): Promise<void> {
  await expect
    .poll(() => element(page, 'engine').textContent(), PATIENTLY)
    .toContain(`${name} runs on`);
  await expect
    .poll(() => element(page, 'engine-cost').textContent(), PATIENTLY)
    .toContain('network');
  await framesMore(page, 4);
}

describe.skipIf(!hasCheckpoint)('models (needs ../shared/golden)', () => {
  const file = hasCheckpoint ? readFileSync(CHECKPOINT) : Buffer.of();
  const name = basename(CHECKPOINT);

  test('a dropped checkpoint: progress, licence, listed, kept over a reload, removed', async () => {
    await using watched = await openModelsPage();
    const { page } = watched;
    await drop(page, name, file);
    await expect
      .poll(() => element(page, 'ask').textContent(), PATIENTLY)
      .toContain('non-commercial');
    await watched.screenshot('models-licence');
    const seen = await percentages(page);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(await element(page, 'model').textContent()).toContain(name);
    await element(page, 'ask-yes').click();
    await expect.poll(() => checked(page), PATIENTLY).toBe(name);
    expect((await storedFiles(page)).map((each) => each.bytes > 0)).toEqual([true, true]);
    await seeItRun(page, name);
    await watched.screenshot('models-running');

    await page.reload();
    await expect.poll(() => checked(page), PATIENTLY).toBe(name);
    expect(await element(page, 'ask').count()).toBe(0);
    await seeItRun(page, name);
    await element(page, 'model-landmarker').check();
    await expect.poll(() => element(page, 'engine').textContent(), PATIENTLY).toBe('');
    await page.reload();
    await expect.poll(() => element(page, 'model').count(), PATIENTLY).toBe(1);
    expect(await checked(page)).toBe('Landmarks');

    await element(page, 'model-remove').click();
    await element(page, 'ask-no').click();
    expect(await element(page, 'model').count()).toBe(1);
    await element(page, 'model-remove').click();
    await element(page, 'ask-yes').click();
    await expect.poll(() => element(page, 'model').count(), PATIENTLY).toBe(0);
    expect(await storedFiles(page)).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });

  test('the ONNX file that was made is a model itself, and the same one', async () => {
    await using watched = await openModelsPage();
    const { page } = watched;
    await element(page, 'model-file').setInputFiles(CHECKPOINT);
    await element(page, 'ask-yes').click();
    const made = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('models');
      for await (const handle of folder.values()) {
        if (!(handle instanceof FileSystemFileHandle) || !handle.name.endsWith('.onnx')) continue;
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      }
      return '';
    });
    await drop(page, 'same.onnx', Buffer.from(made, 'latin1'));
    await expect.poll(() => percentages(page).then((all) => all.at(-1)), PATIENTLY).toBe(100);
    await expect.poll(() => element(page, 'import').isVisible(), PATIENTLY).toBe(false);
    expect(await element(page, 'model').count()).toBe(1);
    expect(await storedFiles(page)).toHaveLength(2);
    expect(watched.complaints).toEqual([]);
  });

  test('a declined licence leaves the former choice, and is asked again', async () => {
    await using watched = await openModelsPage();
    const { page } = watched;
    await drop(page, name, file);
    await element(page, 'ask-no').click();
    await expect.poll(() => checked(page), PATIENTLY).toBe('Landmarks');
    await page.locator('[data-testid="model"] input').click();
    await element(page, 'ask').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => checked(page), PATIENTLY).toBe('Landmarks');
    await page.locator('[data-testid="model"] input').click();
    await element(page, 'ask-yes').click();
    await expect.poll(() => checked(page), PATIENTLY).toBe(name);
    expect(watched.complaints).toEqual([]);
  });

  test('where the browser stores nothing, a model is used from memory, and the card says so', async () => {
    await using watched = await openModelsPage({
      before: (context: BrowserContext) =>
        context.addInitScript(() => {
          StorageManager.prototype.getDirectory = () =>
            Promise.reject(new DOMException('Security error', 'SecurityError'));
        }),
    });
    const { page } = watched;
    await drop(page, name, file);
    await element(page, 'ask-yes').click();
    await expect.poll(() => checked(page), PATIENTLY).toBe(name);
    expect(await element(page, 'model').textContent()).toContain('Gone when this tab closes');
    await seeItRun(page, name);
    await watched.screenshot('models-memory');
    await page.reload();
    await expect.poll(() => checked(page), PATIENTLY).toBe('Auto');
    expect(await element(page, 'model').count()).toBe(0);
    expect(watched.complaints).toEqual([]);
  });

  test('full storage: the import goes on into memory', async () => {
    await using watched = await openModelsPage();
    const { page } = watched;
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 });
    await drop(page, name, file);
    await element(page, 'ask-yes').click();
    await expect.poll(() => checked(page), PATIENTLY).toBe(name);
    expect(await element(page, 'model').textContent()).toContain('storage is full');
    expect(await storedFiles(page)).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });

  test('from another site: by its address, and in sentences where that fails', async () => {
    await using server = await serveModel(file);
    await using watched = await openModelsPage();
    const { page } = watched;
    await page.getByText('From the web').click();
    const fetchFrom = async (address: string) => {
      await element(page, 'model-address').fill(address);
      await element(page, 'model-address').press('Enter');
    };
    const lastError = () => element(page, 'error').last().textContent();
    await fetchFrom(`${server.url}missing.pth.tar`);
    await expect.poll(lastError, PATIENTLY).toContain('404');
    await fetchFrom(`${server.url}closed.pth.tar`);
    await expect.poll(lastError, PATIENTLY).toContain('CORS');
    await fetchFrom('ftp://example.org/model.onnx');
    await expect.poll(lastError, PATIENTLY).toContain('no web address');
    await fetchFrom(`${server.url}model.pth.tar`);
    await element(page, 'ask-yes').click();
    await expect.poll(() => checked(page), PATIENTLY).toBe('model.pth.tar');
    expect(await storedFiles(page)).toHaveLength(2);
  });

  test('cancelled midway, nothing is left', async () => {
    await using server = await serveModel(file);
    await using watched = await openModelsPage();
    const { page } = watched;
    await page.getByText('From the web').click();
    await element(page, 'model-address').fill(`${server.url}endless.pth.tar`);
    await element(page, 'fetch-model').click();
    await expect.poll(() => percentages(page).then((all) => all.at(-1)), PATIENTLY).toBe(50);
    expect(await element(page, 'add-model').isDisabled()).toBe(true);
    await watched.screenshot('models-importing');
    await element(page, 'import-cancel').click();
    await expect.poll(() => element(page, 'import').isVisible(), PATIENTLY).toBe(false);
    expect(await storedFiles(page)).toEqual([]);
    expect(await element(page, 'model').count()).toBe(0);
    expect(await element(page, 'error').count()).toBe(0);
    expect(watched.complaints).toEqual([]);
  });

  test('a checkpoint that is cut off is refused in a sentence, and nothing is kept', async () => {
    await using watched = await openModelsPage();
    const { page } = watched;
    await drop(page, 'half.pth.tar', file.subarray(0, file.length / 2));
    await expect
      .poll(() => element(page, 'error').textContent(), PATIENTLY)
      .toContain('half.pth.tar');
    expect(await storedFiles(page)).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });
});

describe('models', () => {
  test('a file that is none is refused in a sentence, and nothing is kept', async () => {
    await using watched = await openModelsPage();
    const { page } = watched;
    await drop(page, 'garbage.pth', Buffer.from('this is no model'));
    await expect
      .poll(() => element(page, 'error').textContent(), PATIENTLY)
      .toContain('garbage.pth is not a PyTorch checkpoint');
    await watched.screenshot('models-error');
    expect(await storedFiles(page)).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });
});
