import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { EncodedPacketSink, FilePathSource, Input, WEBM } from 'mediabunny';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { PoseStreamFrame, PoseStreamHeader } from '../../src/recording/pose-stream.ts';
import schema from '../../src/recording/pose-stream.schema.json' with { type: 'json' };
import { handPixels } from './hand-pixels.ts';
import { openKillable } from './killable-browser.ts';
import { openPage, type OpenPageOptions, type WatchedPage } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-recording-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isLine = new Ajv({ strict: false }).compile(schema);

/** For machines that have much else to do. */
const PATIENTLY = { timeout: 100_000, interval: 100 };

/** What a video that was cut off lacks: from its last key frame on, and what its encoder still held. */
const SINCE_KEY_FRAME_MS = 1000;
const IN_ENCODER = 3;

const element = (page: Page, id: string) => page.locator(`[data-testid="${id}"]`);

/** A page of somebody who uses the landmarks, with the synthetic hands. */
function openRecordPage(options: OpenPageOptions = {}): Promise<WatchedPage> {
  return openPage({
    ...options,
    path: '?source=synthetic',
    before: (context) => context.addInitScript(useLandmarks),
  });
}

function useLandmarks(): void {
  localStorage['handstream.model'] ??= 'landmarker';
}

/** A browser that keeps what a page stores for good, if the page asks. */
function grantStorage(): void {
  navigator.storage.persist = () => Promise.resolve(true);
}

/** Frames on the disk, as the page says. */
async function recordedFrames(page: Page): Promise<number> {
  const text = await element(page, 'recorded-frames').textContent();
  return Number(/^([\d,]+) frame/.exec(text ?? '')?.[1]?.replaceAll(',', '') ?? 0);
}

/** Frames of a recording in the list, as its row says. */
function listedFrames(row: string | null): number {
  return Number(/([\d,]+) frames?/.exec(row ?? '')?.[1]?.replaceAll(',', '') ?? 0);
}

async function startRecording(page: Page): Promise<void> {
  const button = element(page, 'record');
  await expect.poll(() => button.isEnabled(), PATIENTLY).toBe(true);
  await button.click();
  await expect.poll(() => button.getAttribute('data-state'), PATIENTLY).toBe('recording');
}

async function recordMore(page: Page, frames: number): Promise<void> {
  await expect.poll(() => recordedFrames(page), PATIENTLY).toBeGreaterThanOrEqual(frames);
}

/** Reads a file line by line, each held against the schema. */
function readRecording(path: string): { header: PoseStreamHeader; frames: PoseStreamFrame[] } {
  const text = readFileSync(path, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  const lines = text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  for (const line of lines) expect(isLine(line)).toBe(true);
  const [header, ...frames] = lines;
  return { header: header as PoseStreamHeader, frames: frames as PoseStreamFrame[] };
}

/** Does something that downloads a file. @returns where the file is */
async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download', PATIENTLY), act()]);
  const path = join(folder, `${crypto.randomUUID()}.ndjson`);
  await download.saveAs(path);
  return path;
}

function expectInOrder(frames: readonly PoseStreamFrame[]): void {
  for (const [at, { index, time }] of frames.entries()) {
    const before = frames[at - 1];
    if (!before) continue;
    expect(index).toBeGreaterThan(before.index);
    expect(time).toBeGreaterThan(before.time);
  }
}

describe('recording in the page', () => {
  test('R records, R stops: the file comes as a download, every line as the schema wants it', async () => {
    await using watched = await openRecordPage();
    const { page } = watched;
    await element(page, 'record-raw').check();
    await expect.poll(() => element(page, 'record').isEnabled(), PATIENTLY).toBe(true);
    await page.evaluate(grantStorage);
    await page.keyboard.press('r');
    await recordMore(page, 20);
    await watched.screenshot('recording');
    const path = await downloaded(page, () => page.keyboard.press('r'));
    const state = () => element(page, 'recorded').textContent();
    await expect.poll(state, PATIENTLY).toContain('Downloaded: check that the file is there');
    const { header, frames } = readRecording(path);
    expect(header).toMatchObject({
      source: { kind: 'synthetic', name: 'synthetic hands', width: 640, height: 480 },
      estimator: {
        id: 'landmarker',
        backend: 'wasm',
        sha256: expect.stringMatching(/^[\da-f]{64}$/),
      },
    });
    expectInOrder(frames);
    expect(listedFrames(await element(page, 'recorded').textContent())).toBe(frames.length);
    const hand = frames.map(({ hands }) => hands.right ?? hands.left).find((each) => each !== null);
    expect(hand?.raw?.joints2d).toHaveLength(21);
    const kept = await element(page, 'recordings-kept').textContent();
    expect(kept).toBe('Recordings stay in this browser until you delete them.');
    await watched.screenshot('recording-saved');

    // Another page finds it, to save it again or to delete it.
    await page.reload();
    await expect.poll(state, PATIENTLY).toContain('Downloaded');
    const again = await downloaded(page, () => element(page, 'recorded-save').click());
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(path, 'utf8'));
    await element(page, 'recorded-delete').click();
    await watched.screenshot('recording-delete');
    await element(page, 'ask-yes').click();
    await expect.poll(() => element(page, 'recordings').isVisible()).toBe(false);
    expect(watched.complaints).toEqual([]);
  });

  test('the video too: a second file of the same name, by the same clock', async () => {
    await using watched = await openRecordPage();
    const { page } = watched;
    await element(page, 'record-video').check();
    await startRecording(page);
    await recordMore(page, 25);
    const paths = new Map<string, string>();
    page.on('download', (download) => {
      const path = join(folder, download.suggestedFilename());
      void download.saveAs(path).then(() => paths.set(path.replace(/^.*\./, ''), path));
    });
    await page.keyboard.press('r');
    await expect.poll(() => paths.size, PATIENTLY).toBe(2);
    expect(paths.get('webm')?.replace('.webm', '.ndjson')).toBe(paths.get('ndjson'));
    await watched.screenshot('recording-video');
    const { frames } = readRecording(paths.get('ndjson')!);
    const times = await videoTimes(paths.get('webm')!);
    const frameTimes = frames.map(({ time }) => time - frames[0]!.time);
    expect(times[0]).toBe(0);
    expect(times.length).toBeGreaterThan(10);
    // WebM keeps times to the millisecond.
    const nearest = (ms: number) => Math.min(...frameTimes.map((each) => Math.abs(each - ms)));
    expect(Math.max(...times.map(nearest))).toBeLessThanOrEqual(1);
    console.info(`video: ${times.length} pictures of ${frames.length} frames`);

    await element(page, 'recorded-replay').click();
    await expect
      .poll(() => element(page, 'source-badge').textContent(), PATIENTLY)
      .toContain('Replay');
    await page.waitForTimeout(2000);
    await watched.screenshot('recording-replayed');
    expect(watched.complaints).toEqual([]);
  });

  test('another source, or other smoothing, ends it; what was recorded is kept', async () => {
    await using watched = await openRecordPage();
    const { page } = watched;
    await startRecording(page);
    await recordMore(page, 5);
    await page.keyboard.press('f');
    const said = () => element(page, 'record-said').textContent();
    await expect.poll(said, PATIENTLY).toContain('smoothing was changed');
    await expect.poll(() => element(page, 'recorded').count()).toBe(1);
    await startRecording(page);
    await recordMore(page, 5);
    await element(page, 'scene').selectOption('apart');
    await expect.poll(said, PATIENTLY).toContain('its source ended');
    await expect.poll(() => element(page, 'recorded').count()).toBe(2);
    expect(await element(page, 'recorded').first().textContent()).toContain('Not saved yet');
    await watched.screenshot('recording-ended');
    for (const save of await element(page, 'recorded-save').all()) {
      expectInOrder(readRecording(await downloaded(page, () => save.click())).frames);
    }
    expect(watched.complaints).toEqual([]);
  });

  test('a full disk: it ends, says so, and what is there is whole', async () => {
    await using watched = await openRecordPage();
    const { page } = watched;
    await element(page, 'record-raw').check();
    await expect.poll(() => element(page, 'record').isEnabled(), PATIENTLY).toBe(true);
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const quotaSize = used + 150_000;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
    await startRecording(page);
    await expect.poll(() => element(page, 'error').textContent(), PATIENTLY).toMatch(/disk.*full/);
    await watched.screenshot('recording-disk-full');
    const row = await element(page, 'recorded').textContent();
    const path = await downloaded(page, () => element(page, 'recorded-save').click());
    const { frames } = readRecording(path);
    expect(frames.length).toBe(listedFrames(row));
    expect(frames.length).toBeGreaterThan(10);
    expectInOrder(frames);
  });

  test('one that another living tab writes is not offered; it is when that tab is gone', async () => {
    await using watched = await openRecordPage();
    const { page } = watched;
    const context = page.context();
    await startRecording(page);
    await recordMore(page, 3);
    const other = await context.newPage();
    await other.goto(page.url());
    await expect.poll(() => element(other, 'record').isEnabled(), PATIENTLY).toBe(true);
    expect(await element(other, 'recorded').count()).toBe(0);
    await page.close();
    await other.reload();
    await expect.poll(() => element(other, 'recorded').count(), PATIENTLY).toBe(1);
    expect(await element(other, 'recorded').textContent()).toContain('Recovered');
  });

  test('a browser that is killed: recovered at the next start, complete to the last second', async () => {
    const profile = join(folder, 'profile');
    const { onDisk, shown, killedMs } = await recordUntilKilled(profile);
    await using second = await openKillable(profile, '?source=synthetic');
    const { page } = second;
    page.setDefaultTimeout(PATIENTLY.timeout);
    const row = element(page, 'recorded');
    await expect.poll(() => row.textContent(), PATIENTLY).toContain('Recovered');
    await page.screenshot({ path: join('test-results', 'recording-recovered.png') });
    const text = (await storedFile(page, '.ndjson')).toString();
    const lines = text.slice(0, text.lastIndexOf('\n')).split('\n');
    for (const line of lines) expect(isLine(JSON.parse(line))).toBe(true);
    const recovered = listedFrames(await row.textContent());
    // Half a line may follow the whole ones.
    expect(recovered).toBe(lines.length - 1);
    expect(recovered).toBeGreaterThanOrEqual(onDisk);
    const lastIndex = (JSON.parse(lines.at(-1)!) as PoseStreamFrame).index;
    // The page had shown one frame at index 0: what was shown a second before the kill is there.
    const due = shown.findLast(({ ms }) => ms < killedMs - 1000)!.count - 1;
    console.info(`killed at index ${shown.at(-1)!.count - 1}: ${due} due, ${lastIndex} recovered`);
    expect(lastIndex).toBeGreaterThanOrEqual(due);

    // Its video is a file that can be played, up to shortly before.
    const video = join(folder, 'recovered.webm');
    writeFileSync(video, await storedFile(page, '.webm'));
    const [pictureMs, frameMs] = [await videoTimes(video), timesOf(lines)];
    const [endMs, videoEndMs] = [frameMs.at(-1)!, pictureMs.at(-1)!];
    const lost = frameMs.filter((ms) => ms > videoEndMs + 1).length;
    const lostMs = Math.round(endMs - videoEndMs);
    console.info(`of ${frameMs.length} frames the video lost the last ${lost}, ${lostMs} ms`);
    const sinceKeyFrame = frameMs.filter((ms) => ms > endMs - SINCE_KEY_FRAME_MS).length;
    expect(lost).toBeLessThanOrEqual(sinceKeyFrame + IN_ENCODER);
    expect(pictureMs.length).toBeGreaterThan(10);
    await element(page, 'recorded-replay').click();
    const badge = () => element(page, 'source-badge').textContent();
    await expect.poll(badge, PATIENTLY).toContain('Replay');
    await expect.poll(() => brightness(page), PATIENTLY).toBeGreaterThan(0.4);
    // To its end, where the video has no more pictures, and from its beginning again.
    const halfMs = endMs / 2;
    await expect.poll(() => positionMs(page), PATIENTLY).toBeGreaterThan(halfMs);
    await expect.poll(() => positionMs(page), PATIENTLY).toBeLessThan(halfMs);
    expect(await element(page, 'error').count()).toBe(0);
    await page.screenshot({ path: join('test-results', 'recording-recovered-replay.png') });
  });
});

/** When each picture of a WebM file is shown, ms. */
async function videoTimes(path: string): Promise<readonly number[]> {
  using input = new Input({ source: new FilePathSource(path), formats: [WEBM] });
  const track = await input.getPrimaryVideoTrack();
  const times: number[] = [];
  for await (const { timestamp } of new EncodedPacketSink(track!).packets()) {
    times.push(timestamp * 1000);
  }
  return times;
}

/** Records in a browser, and kills it. */
async function recordUntilKilled(profile: string) {
  await using first = await openKillable(profile, '?source=synthetic');
  const { page } = first;
  page.setDefaultTimeout(PATIENTLY.timeout);
  await page.evaluate(useLandmarks);
  await page.evaluate(() => localStorage.setItem('handstream.record-video', 'on'));
  await page.reload();
  await startRecording(page);
  await page.evaluate(noteFrames);
  await recordMore(page, 40);
  const onDisk = await recordedFrames(page);
  const { shown, killedMs } = await page.evaluate(() => ({
    shown: (window as unknown as { shown: readonly ShownFrame[] }).shown,
    killedMs: performance.now(),
  }));
  await first.kill();
  return { onDisk, shown, killedMs };
}

/** How many frames the page had shown, and since when. */
interface ShownFrame {
  readonly count: number;
  readonly ms: number;
}

function noteFrames(): void {
  const shown: ShownFrame[] = [];
  Object.assign(window, { shown });
  const page = document.documentElement;
  new MutationObserver(() => {
    shown.push({ count: Number(page.dataset['frames']), ms: performance.now() });
  }).observe(page, { attributeFilter: ['data-frames'] });
}

/** When each frame of a recording was, ms from its first, as the video counts. */
function timesOf([, ...frames]: readonly string[]): readonly number[] {
  const times = frames.map((line) => (JSON.parse(line) as PoseStreamFrame).time);
  return times.map((ms) => ms - times[0]!);
}

/** Where the seek bar stands. */
const positionMs = (page: Page) =>
  element(page, 'seek').evaluate((bar: HTMLInputElement) => 1000 * bar.valueAsNumber);

/** Mean brightness of the picture on the stage, 0..1: the plain ground is dark. */
async function brightness(page: Page): Promise<number> {
  const [seen] = await handPixels(page, await element(page, 'stage').screenshot(), 1);
  return seen!.light;
}

/** A file that the browser keeps of the one recording, as it lies on its disk. */
async function storedFile(page: Page, ending: string): Promise<Buffer> {
  const url = await page.evaluate(async (ending) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('recordings');
    const reader = new FileReader();
    for await (const handle of folder.values()) {
      if (!(handle instanceof FileSystemFileHandle) || !handle.name.endsWith(ending)) continue;
      reader.readAsDataURL(await handle.getFile());
    }
    await new Promise((read) => reader.addEventListener('load', read));
    return reader.result as string;
  }, ending);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
