import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { McapIndexedReader, TempBuffer } from '@mcap/core';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PoseStreamFrame } from '../../src/recording/pose-stream.ts';
import { frameLine, headerLine } from '../../src/recording/pose-stream-writer.ts';
import { streamLines } from '../recorded-frames.ts';
import { RIGGED_HEADER, riggedFrame } from '../rigged-stream.ts';
import { framesMore } from './frames-shown.ts';
import { openPage, type WatchedPage } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-export-'));
const long = join(folder, 'long.ndjson');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** For machines that have much else to do. */
const PATIENTLY = { timeout: 100_000, interval: 100 };

const FRAMES: readonly PoseStreamFrame[] = Array.from({ length: 60 }, (_, i) =>
  riggedFrame(i, i * 40, i % 7 === 3 ? ['right'] : undefined),
);
const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const RECORDING = joined([
  headerLine(RIGGED_HEADER),
  ...FRAMES.map((frame) => frameLine(frame, { raw: false })),
]);
/** As they stand in the recording, rounded. */
const RECORDED = RECORDING.trim()
  .split('\n')
  .slice(1)
  .map((line) => JSON.parse(line) as PoseStreamFrame);

/** One that takes seconds to export. */
beforeAll(() => writeFileSync(long, joined(streamLines(20_000))));

const element = (page: Page, id: string) => page.locator(`[data-testid="${id}"]`);

/** A page that finds the recording which a killed tab left. */
async function openRecovered(before = useLandmarks): Promise<WatchedPage> {
  const watched = await openPage({
    path: '?source=synthetic',
    before: (context) => context.addInitScript(before),
  });
  const { page } = watched;
  await page.evaluate(async (text) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('recordings', { create: true });
    const handle = await folder.getFileHandle('left.ndjson', { create: true });
    const writable = await handle.createWritable();
    await writable.write(text);
    await writable.close();
  }, RECORDING);
  await page.reload();
  await expect
    .poll(() => element(page, 'recorded').textContent(), PATIENTLY)
    .toContain('Recovered');
  return watched;
}

function useLandmarks(): void {
  localStorage['handstream.model'] ??= 'landmarker';
}

/** Chooses a format in the dialog that `open` opens. @returns name and path of what is downloaded */
async function saveAs(page: Page, open: string, format: string) {
  await element(page, open).press('Enter');
  const downloading = page.waitForEvent('download', PATIENTLY);
  await element(page, `format-${format}`).press('Enter');
  const download = await downloading;
  const path = join(folder, crypto.randomUUID());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

/** Every row of the CSV is a joint of the recording, in its order, and none is missing. */
function expectRecordedJoints(csv: string): void {
  const rows: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: '\r\n' });
  const expected: string[][] = [];
  for (const { index, hands } of RECORDED) {
    for (const side of ['right', 'left'] as const) {
      for (const joint of hands[side]?.joints3d ?? []) {
        expected.push([String(index), side, ...joint.map(String)]);
      }
    }
  }
  expect(rows.map(({ index, hand, x_mm, y_mm, z_mm }) => [index, hand, x_mm, y_mm, z_mm])).toEqual(
    expected,
  );
}

/** The messages of one of an MCAP file's topics, by Foxglove's own reader. */
async function mcapMessages(path: string, topic: string): Promise<unknown[]> {
  const readable = new TempBuffer(readFileSync(path));
  const reader = await McapIndexedReader.Initialize({ readable });
  const messages: unknown[] = [];
  for await (const { data } of reader.readMessages({ topics: [topic] })) {
    messages.push(JSON.parse(new TextDecoder().decode(data)));
  }
  return messages;
}

describe('saving a recording as something else', () => {
  test('one that was recovered: CSV and MCAP hold its joints, and JSON stands in for it', async () => {
    await using watched = await openRecovered();
    const { page } = watched;
    const csv = await saveAs(page, 'recorded-save-as', 'csv');
    expect(csv.name).toMatch(/^handstream-[-\d]+\.csv$/);
    expectRecordedJoints(readFileSync(csv.path, 'utf8'));
    const mcap = await saveAs(page, 'recorded-save-as', 'mcap');
    expect(await mcapMessages(mcap.path, '/frames')).toEqual(RECORDED);
    await expect
      .poll(() => element(page, 'exported').first().textContent(), PATIENTLY)
      .toContain(`${mcap.name} is downloaded`);
    // Neither can be opened here again.
    expect(await element(page, 'recorded').textContent()).toContain('Recovered');

    const json = await saveAs(page, 'recorded-save-as', 'json');
    const { frames } = JSON.parse(readFileSync(json.path, 'utf8')) as { frames: unknown };
    expect(frames).toEqual(RECORDED);
    await expect
      .poll(() => element(page, 'recorded').textContent(), PATIENTLY)
      .toContain('Downloaded');
    expect(watched.complaints).toEqual([]);
  });

  test('by keyboard alone; Escape saves nothing', async () => {
    await using watched = await openRecovered();
    const { page } = watched;
    await element(page, 'recorded-save-as').focus();
    await page.keyboard.press('Enter');
    await element(page, 'formats').waitFor();
    await watched.screenshot('export-formats');
    await page.keyboard.press('Escape');
    await expect.poll(() => element(page, 'formats').count(), PATIENTLY).toBe(0);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    expect(await focused()).toBe('recorded-save-as');
    await page.keyboard.press('Enter');
    await element(page, 'formats').waitFor();
    expect(await focused()).toBe('format-ndjson');
    const downloading = page.waitForEvent('download', PATIENTLY);
    await page.keyboard.press('Enter');
    const path = await (await downloading).path();
    expect(readFileSync(path, 'utf8')).toBe(RECORDING);
    expect(watched.complaints).toEqual([]);
  });

  test('at a place of the user’s choice, or at none', async () => {
    await using watched = await openRecovered(answerForUser);
    const { page } = watched;
    await element(page, 'record-place').check();
    const choose = (answer: string) =>
      page.evaluate((answer) => Object.assign(window, { answer }), answer);

    await choose('none');
    await element(page, 'recorded-save').click();
    await element(page, 'recorded-save-as').click();
    await element(page, 'format-csv').click();
    await expect.poll(() => asked(page), PATIENTLY).toHaveLength(2);
    expect(await element(page, 'recorded').textContent()).toContain('Recovered');
    expect(await element(page, 'exported').first().textContent()).toBe('');

    await choose('a locked file');
    await element(page, 'recorded-save-as').click();
    await element(page, 'format-csv').click();
    await expect
      .poll(() => element(page, 'error').textContent(), PATIENTLY)
      .toMatch(/^“locked\.csv” could not be written: ./);

    await choose('a place');
    await element(page, 'recorded-save-as').click();
    await element(page, 'format-csv').click();
    await expect
      .poll(() => element(page, 'exported').first().textContent(), PATIENTLY)
      .toContain('.csv is saved.');
    await element(page, 'recorded-save').click();
    await expect.poll(() => element(page, 'recorded').textContent(), PATIENTLY).toContain('Saved');
    const questions = await asked(page);
    expect(questions.map(({ types: [type] }) => type!.accept)).toEqual([
      { 'application/x-ndjson': ['.ndjson'] },
      { 'text/csv': ['.csv'] },
      { 'text/csv': ['.csv'] },
      { 'text/csv': ['.csv'] },
      { 'application/x-ndjson': ['.ndjson'] },
    ]);
    const [csv, ndjson] = [questions[3]!, questions[4]!];
    expectRecordedJoints(await placeText(page, csv.suggestedName));
    expect(await placeText(page, ndjson.suggestedName)).toBe(RECORDING);
    expect(watched.complaints).toEqual([]);
  });

  test('a replay: the page goes on meanwhile, and it can be stopped', async () => {
    await using watched = await openPage({ path: '?source=synthetic' });
    const { page } = watched;
    await element(page, 'file').setInputFiles(long);
    await expect
      .poll(() => element(page, 'replay-facts').textContent(), PATIENTLY)
      .toContain('20,000 frames');
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await element(page, 'replay-save').click();
    await element(page, 'format-mcap').click();
    await element(page, 'export-line').waitFor();
    await framesMore(page, 3);
    expect(await element(page, 'export-line').count()).toBe(1);
    await element(page, 'export-cancel').click();
    await expect.poll(() => element(page, 'export-line').count(), PATIENTLY).toBe(0);
    expect(downloads).toBe(0);

    const csv = await saveAs(page, 'replay-save', 'csv');
    expect(csv.name).toBe('long.csv');
    const rows = readFileSync(csv.path, 'utf8').trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + 20_000 * 21);
    expect(watched.complaints).toEqual([]);
  });
});

interface Asked {
  readonly suggestedName: string;
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}

/** What the page asked of the dialog for places. */
const asked = (page: Page) =>
  page.evaluate(() => (window as unknown as { asked: readonly Asked[] }).asked);

/**
 * Stands in for the dialog for places, which no test can answer (web-platform-tests/wpt#34665): gives
 * a file of the browser's own storage, which is a file like any other.
 */
function answerForUser(): void {
  // As useLandmarks, which does not travel along.
  localStorage['handstream.model'] ??= 'landmarker';
  const asked: Asked[] = [];
  Object.assign(window, {
    asked,
    async showSaveFilePicker(options: Asked) {
      asked.push(options);
      const { answer } = window as unknown as { answer: string };
      if (answer === 'none') throw new DOMException('The user aborted a request.', 'AbortError');
      const root = await navigator.storage.getDirectory();
      const locked = answer === 'a locked file';
      const name = locked ? 'locked.csv' : options.suggestedName;
      const handle = await root.getFileHandle(name, { create: true });
      if (locked) await handle.createWritable({ mode: 'exclusive' } as object);
      return handle;
    },
  });
}

/** What lies at such a place. */
function placeText(page: Page, name: string): Promise<string> {
  return page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    return (await (await root.getFileHandle(name)).getFile()).text();
  }, name);
}
