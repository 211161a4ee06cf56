import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PoseStreamFrame } from '../../src/recording/pose-stream.ts';
import { framesMore, framesShown } from './frames-shown.ts';
import { makeClip } from './make-media.ts';
import { openApiPage, openPage, type OpenPageOptions, type WatchedPage } from './pages.ts';

const FRAMES = 50;
const folder = mkdtempSync(join(tmpdir(), 'handstream-replay-'));
const clip = join(folder, 'hands.webm');
const recording = join(folder, 'hands.ndjson');
const withRaw = join(folder, 'raw.ndjson');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await using api = await openApiPage();
  const options = { codec: 'vp8', container: 'webm', frameCount: FRAMES, frameRate: 25 } as const;
  writeFileSync(clip, (await makeClip(api.page, options))!);
  await api.page.setInputFiles('#file', clip);
  for (const [path, raw] of [
    [recording, false],
    [withRaw, true],
  ] as const) {
    const lines = await api.page.evaluate(async (raw) => {
      const file = document.querySelector<HTMLInputElement>('#file')!.files![0]!;
      let text = '';
      await window.handstream!.recordFile(file, {
        model: 'landmarker',
        raw,
        onLines: async (lines) => void (text += lines),
      });
      return text;
    }, raw);
    writeFileSync(path, lines);
  }
});

const element = (page: Page, id: string) => page.locator(`[data-testid="${id}"]`);
const badge = (page: Page) => element(page, 'source-badge').textContent();

/** Seconds at which the seek bar stands. */
const position = (page: Page) =>
  element(page, 'seek').evaluate((bar: HTMLInputElement) => bar.valueAsNumber);

async function openReplay(
  files: readonly string[],
  before?: OpenPageOptions['before'],
): Promise<WatchedPage> {
  const watched = await openPage({ path: '?source=synthetic', ...(before && { before }) });
  await framesMore(watched.page, 1);
  await element(watched.page, 'file').setInputFiles([...files]);
  await expect.poll(() => badge(watched.page)).toContain('Replay');
  await framesMore(watched.page, 3);
  return watched;
}

/** Frames shown, once the one that was under way when it was paused is among them. */
async function standing(page: Page): Promise<number> {
  for (let before = -1; ;) {
    const now = await framesShown(page);
    if (now === before) return now;
    before = now;
    await page.waitForTimeout(500);
  }
}

/** Mean brightness of the picture, and the share of it in the hands' colours, 0..1. */
async function looked(watched: WatchedPage, name: string) {
  await watched.screenshot(name);
  const png = await element(watched.page, 'stage').screenshot();
  return watched.page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(
      await (await fetch(`data:image/png;base64,${base64}`)).blob(),
    );
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let [light, hands] = [0, 0];
    for (let i = 0; i < data.length; i += 4) {
      const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
      light += (r + g + b) / 765;
      if (r > 200 && g > 120 && g < 200 && b < 90) hands += 1;
      if (b > 200 && r < 110 && g > 110) hands += 1;
    }
    return { light: light / (data.length / 4), hands: hands / (data.length / 4) };
  }, png.toString('base64'));
}

describe('replay', () => {
  test('record, replay, record again: the same lines, bit for bit', async () => {
    await using api = await openApiPage();
    for (const path of [recording, withRaw]) {
      await api.page.setInputFiles('#file', path);
      const again = await api.page.evaluate(async () => {
        const file = document.querySelector<HTMLInputElement>('#file')!.files![0]!;
        const { RecordingFile, resmoothedLines } = window.handstream!;
        const lines: string[] = [];
        const opened = await RecordingFile.open(file);
        await resmoothedLines(opened, 'as-recorded').forEach((line) => void lines.push(line));
        return lines;
      });
      expect(again).toHaveLength(FRAMES + 1);
      expect(`${again.join('\n')}\n`).toBe(readFileSync(path, 'utf8'));
    }
    expect(api.complaints).toEqual([]);
  });

  test('a recording opens as a replay on a plain ground, with its hands', async () => {
    await using watched = await openReplay([recording]);
    const { page } = watched;
    expect(await badge(page)).toContain('hands.ndjson');
    expect(await element(page, 'resolution').textContent()).toContain('640 × 480');
    expect(await element(page, 'replay-facts').textContent()).toContain(`${FRAMES} frames`);
    const { light, hands } = await looked(watched, 'replay');
    expect(light).toBeLessThan(0.35);
    expect(hands).toBeGreaterThan(0.002);
    // Without raw joints there is nothing to smooth anew.
    expect(await element(page, 'replay-smoothing').isDisabled()).toBe(true);
    expect(watched.complaints).toEqual([]);
  });

  test('the video beside it lies under it', async () => {
    await using plain = await openReplay([recording]);
    const ground = await looked(plain, 'replay-plain');
    await using filmed = await openReplay([recording, clip]);
    const picture = await looked(filmed, 'replay-video');
    expect(picture.light).toBeGreaterThan(ground.light + 0.1);
    expect(picture.hands).toBeGreaterThan(0.002);
    expect(filmed.complaints).toEqual([]);
  });

  test('seek bar, single steps and speed', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await using watched = await openReplay([recording], (context) =>
      context.route('**/models/internet-lite.onnx', async (route) => {
        await held;
        await route.continue();
      }),
    );
    const { page } = watched;
    await page.keyboard.press(' ');
    const paused = await standing(page);
    // A network that is ready now finds nothing in a recording, and leaves it where it stands.
    release();
    const engine = () => element(page, 'engine').textContent();
    await expect.poll(engine, { timeout: 60_000 }).toContain('InterNet-Lite runs on');
    expect(await standing(page)).toBe(paused);
    await element(page, 'seek').evaluate((bar: HTMLInputElement) => {
      bar.valueAsNumber = 1;
      bar.dispatchEvent(new Event('input', { bubbles: true }));
      bar.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect.poll(() => framesShown(page), { timeout: 30_000 }).toBe(paused + 1);
    expect(await position(page)).toBeCloseTo(1, 2);
    for (const [key, at] of [
      ['.', 1.04],
      ['.', 1.08],
      [',', 1.04],
      [',', 1],
      [',', 0.96],
    ] as const) {
      const before = await framesShown(page);
      await page.keyboard.press(key);
      await expect.poll(() => position(page), { timeout: 30_000 }).toBeCloseTo(at, 2);
      await expect.poll(() => framesShown(page), { timeout: 30_000 }).toBe(before + 1);
    }
    for (let i = 0; i < 2; i++) await page.keyboard.press(']');
    expect(await element(page, 'speed').inputValue()).toBe('4');
    await page.keyboard.press(' ');
    // Not so many frames: at four times the speed most of them are skipped.
    await expect.poll(() => position(page), { timeout: 60_000 }).toBeGreaterThan(1.2);
    expect(watched.complaints).toEqual([]);
  });

  test('smoothed anew where it has raw joints, and saved', async () => {
    await using watched = await openReplay([withRaw]);
    const { page } = watched;
    await element(page, 'replay-smoothing').selectOption('off');
    const downloaded = page.waitForEvent('download');
    await element(page, 'replay-save').click();
    await element(page, 'format-ndjson').click();
    const download = await downloaded;
    expect(download.suggestedFilename()).toBe('raw-smoothed.ndjson');
    const [header, ...lines] = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\n');
    expect(JSON.parse(header!).smoothing).toEqual({
      joints2d: null,
      joints3d: null,
      rootDepth: null,
    });
    const frames = lines.map((line) => JSON.parse(line) as PoseStreamFrame);
    expect(frames).toHaveLength(FRAMES);
    const hands = frames.flatMap(({ hands }) => [hands.right ?? [], hands.left ?? []].flat());
    expect(hands.length).toBeGreaterThan(FRAMES);
    for (const { joints2d, raw } of hands) expect(joints2d).toEqual(raw!.joints2d);
    expect(watched.complaints).toEqual([]);
  });

  test('one that was cut off, one that is wrong, and one that is none', async () => {
    const text = readFileSync(recording, 'utf8');
    const lines = text.split('\n');
    const broken: readonly (readonly [name: string, text: string, says: string])[] = [
      ['line.ndjson', [...lines.slice(0, 3), '{}', ...lines.slice(3)].join('\n'), 'line 4, type'],
      ['later.ndjson', text.replace('"version":1', '"version":2'), 'version 2'],
      ['notes.json', '{"notes":[]}', 'no recording'],
      ['empty.ndjson', '', 'empty'],
    ];
    const cut = join(folder, 'cut.ndjson');
    writeFileSync(cut, text.slice(0, text.length - 100));
    await using watched = await openReplay([cut]);
    const { page } = watched;
    expect(await element(page, 'replay-facts').textContent()).toContain(`${FRAMES - 1} frames`);
    expect(await element(page, 'replay-facts').textContent()).toContain('cut off');
    for (const [name, content, says] of broken) {
      const path = join(folder, name);
      writeFileSync(path, content);
      await element(page, 'file').setInputFiles(path);
      await expect.poll(() => element(page, 'error').last().textContent()).toContain(says);
      expect(await element(page, 'error').last().textContent()).toContain(name);
    }
    await expect.poll(() => badge(page)).toMatch(/synthetic/i);
    await watched.screenshot('replay-refused');
    expect(watched.complaints).toEqual([]);
  });
});
