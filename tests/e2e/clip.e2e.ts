import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { makeClip, type ClipCodec, type MakeClipOptions } from './make-media.ts';
import { openApiPage, type WatchedPage } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-clip-'));
let api: WatchedPage;

beforeAll(async () => {
  api = await openApiPage();
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** Reads a clip through its source and says what came, in the browser. */
async function read(page: Page, path: string, pace: 'live' | 'every-frame' = 'every-frame') {
  await page.setInputFiles('#file', path);
  return page.evaluate(async (pace) => {
    const file = document.querySelector<HTMLInputElement>('#file')!.files![0]!;
    const { clipSource, describeError } = window.handstream!;
    const times: number[] = [];
    let size = '';
    let open = 0;
    let mostOpen = 0;
    let problem: unknown;
    let sentence = '';
    const started = performance.now();
    try {
      await clipSource(file, { pace }).frames.forEach((frame) => {
        open += 1;
        mostOpen = Math.max(mostOpen, open);
        times.push(frame.timeMs);
        size = `${frame.image.displayWidth}x${frame.image.displayHeight}`;
        open -= 1;
        frame[Symbol.dispose]();
      });
    } catch (error) {
      ({ problem } = error as { problem: unknown });
      sentence = describeError(error).what;
    }
    return { times, size, mostOpen, problem, sentence, tookMs: performance.now() - started };
  }, pace);
}

async function clipFile(name: string, options: MakeClipOptions): Promise<string | null> {
  const bytes = await makeClip(api.page, options);
  if (!bytes) return null;
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const COMBINATIONS: readonly (readonly [ClipCodec, 'mp4' | 'webm'])[] = [
  ['avc', 'mp4'],
  ['vp8', 'webm'],
  ['vp9', 'webm'],
  ['vp9', 'mp4'],
  ['av1', 'webm'],
  ['av1', 'mp4'],
];

describe('clips', () => {
  for (const [codec, container] of COMBINATIONS) {
    test(`${codec} in ${container}: every frame, in order, at its own time`, async (context) => {
      const options = { codec, container, frameCount: 25, frameRate: 25 };
      const path = await clipFile(`${codec}.${container}`, options);
      if (!path) {
        context.skip(`this browser cannot encode ${codec}`);
        return;
      }
      const { times, size, mostOpen, problem } = await read(api.page, path);
      expect(problem).toBeUndefined();
      expect(times).toHaveLength(25);
      for (const [index, time] of times.entries())
        expect(Math.abs(time - 40 * index)).toBeLessThan(1);
      expect(size).toBe('640x480');
      expect(mostOpen).toBe(1);
    });
  }

  for (const container of ['webm', 'mp4'] as const) {
    test(`${container}: sound that outlasts the picture is no cut`, async () => {
      const options = {
        codec: 'vp9',
        container,
        frameCount: 25,
        frameRate: 25,
        soundS: 3,
      } as const;
      const path = await clipFile(`sound.${container}`, options);
      const { times, problem } = await read(api.page, path!);
      expect(problem).toBeUndefined();
      expect(times).toHaveLength(25);
    });
  }

  test('webm cut off in the middle: the frames before the cut, then a clear error', async () => {
    const options = { codec: 'vp9', container: 'webm', frameCount: 50, frameRate: 25 } as const;
    const whole = (await makeClip(api.page, options))!;
    const path = join(folder, 'cut.webm');
    writeFileSync(path, whole.subarray(0, Math.round(whole.length * 0.6)));
    const { times, problem } = await read(api.page, path);
    expect(times.length).toBeGreaterThan(10);
    expect(times.length).toBeLessThan(50);
    expect(problem).toMatchObject({ type: 'clip-broken', framesRead: times.length });
  });

  test('live: at its own pace', async () => {
    const options = { codec: 'vp8', container: 'webm', frameCount: 25, frameRate: 25 } as const;
    const path = await clipFile('live.webm', options);
    const { times, tookMs } = await read(api.page, path!, 'live');
    expect(times.length).toBeGreaterThan(0);
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(800);
    // 24 gaps of 40 ms; faster than that is not its own pace.
    expect(tookMs).toBeGreaterThan(900);
  });

  test("a phone's sideways clip comes out upright", async () => {
    const options = { codec: 'vp9', container: 'mp4', frameCount: 5, frameRate: 25 } as const;
    const path = await clipFile('rotated.mp4', { ...options, rotation: 90 });
    const { times, size } = await read(api.page, path!);
    expect(times).toHaveLength(5);
    expect(size).toBe('480x640');
  });

  test('cut off in the middle: the frames before the cut, then a clear error', async () => {
    const options = { codec: 'vp9', container: 'mp4', frameCount: 50, frameRate: 25 } as const;
    const whole = (await makeClip(api.page, options))!;
    const path = join(folder, 'cut.mp4');
    writeFileSync(path, whole.subarray(0, Math.round(whole.length * 0.6)));
    const { times, problem, sentence } = await read(api.page, path);
    expect(times.length).toBeGreaterThan(10);
    expect(times.length).toBeLessThan(50);
    expect(problem).toMatchObject({
      type: 'clip-broken',
      name: 'cut.mp4',
      framesRead: times.length,
    });
    expect(sentence).toContain('cut.mp4');
  });

  test('damaged in the middle: a clear error, what was decoded is kept', async () => {
    const options = { codec: 'vp9', container: 'mp4', frameCount: 50, frameRate: 25 } as const;
    const bytes = (await makeClip(api.page, options))!;
    bytes.fill(0xff, Math.round(bytes.length * 0.5), Math.round(bytes.length * 0.7));
    const path = join(folder, 'damaged.mp4');
    writeFileSync(path, bytes);
    const { times, problem } = await read(api.page, path);
    expect(times.length).toBeGreaterThan(10);
    expect(problem).toMatchObject({ type: 'clip-broken', framesRead: times.length });
  });

  test('not a video, and no video in it', async () => {
    const path = join(folder, 'text.mp4');
    writeFileSync(path, 'hello');
    expect((await read(api.page, path)).problem).toEqual({ type: 'not-a-video', name: 'text.mp4' });
  });

  test('a seek back starts the clip again from there', async () => {
    const options = { codec: 'vp8', container: 'webm', frameCount: 25, frameRate: 25 } as const;
    const path = await clipFile('seek.webm', options);
    await api.page.setInputFiles('#file', path!);
    const times = await api.page.evaluate(async () => {
      const { clipSource, Playback } = window.handstream!;
      const file = document.querySelector<HTMLInputElement>('#file')!.files![0]!;
      const playback = new Playback();
      const times: number[] = [];
      await clipSource(file, { pace: 'every-frame', playback }).frames.forEach((frame) => {
        times.push(Math.round(frame.timeMs));
        if (times.length === 10) playback.seek(80);
        frame[Symbol.dispose]();
      });
      return times;
    });
    expect(times.slice(9, 12)).toEqual([360, 80, 120]);
    expect(times).toHaveLength(10 + 23);
  });

  test('nothing complained meanwhile, of lost VideoFrames above all', () => {
    expect(api.complaints).toEqual([]);
  });
});
