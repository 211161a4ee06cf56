import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PoseFrame } from '../../src/hands/pose-frame.ts';
import { makeHandlessPictures } from './make-handless-pictures.ts';
import { openApiPage, type WatchedPage } from './pages.ts';
import { SHOWN, WEBCAM } from './people.ts';

const folder = mkdtempSync(join(tmpdir(), 'handstream-pictures-'));
let api: WatchedPage;

beforeAll(async () => {
  api = await openApiPage();
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** The one PoseFrame that `npm run record` would write of a picture. */
async function poseOf(path: string): Promise<PoseFrame> {
  await api.page.setInputFiles('#file', path);
  const lines = await api.page.evaluate(async () => {
    const file = document.querySelector<HTMLInputElement>('#file')!.files![0]!;
    let lines = '';
    const onLines = async (more: string) => void (lines += more);
    await window.handstream!.recordFile(file, { model: 'landmarker', raw: false, onLines });
    return lines;
  });
  return JSON.parse(lines.trimEnd().split('\n')[1]!) as PoseFrame;
}

describe.skipIf(!existsSync(WEBCAM))('people (skipped where ../shared/data is absent)', () => {
  test("twelve people: a hand on the person's own side in at least eleven", async () => {
    const people = Object.entries(SHOWN).filter(([name]) => name !== 'two_hands.jpg');
    expect(people).toHaveLength(12);
    const wrong: string[] = [];
    for (const [name, shown] of people) {
      const { hands } = await poseOf(join(WEBCAM, name));
      const found = (['left', 'right'] as const).filter((side) => hands[side]).join(' and ');
      if (found !== shown) wrong.push(`${name}: shows ${shown}, found ${found || 'none'}`);
    }
    console.info(
      `people: ${12 - wrong.length} of 12 right${wrong.length ? `; ${wrong.join('; ')}` : ''}`,
    );
    expect(wrong.length).toBeLessThanOrEqual(1);
  });
});

describe('pictures', () => {
  test('ten pictures without a hand: none found', async () => {
    const pictures = await makeHandlessPictures(api.page);
    expect(pictures).toHaveLength(10);
    const found: string[] = [];
    for (const { name, png } of pictures) {
      const path = join(folder, `${name}.png`);
      writeFileSync(path, png);
      const { hands } = await poseOf(path);
      if (hands.right ?? hands.left) found.push(name);
    }
    expect(found).toEqual([]);
  });

  for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const) {
    test(`${type}: both synthetic hands found`, async () => {
      const picture = await api.page.evaluate(async (type) => {
        const source = window.handstream!.syntheticSource({
          scene: 'apart',
          pace: 'every-frame',
          frameCount: 1,
        });
        const canvas = new OffscreenCanvas(640, 480);
        await source.frames.forEach((frame) => {
          canvas.getContext('2d')!.drawImage(frame.image, 0, 0);
          frame[Symbol.dispose]();
        });
        const bytes = new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
        return Array.from(bytes);
      }, type);
      const path = join(folder, `hands.${type.slice(6)}`);
      writeFileSync(path, Uint8Array.from(picture));
      const { hands } = await poseOf(path);
      expect(hands.right).not.toBeNull();
      expect(hands.left).not.toBeNull();
      expect(hands.right!.joints2d[0]![0]).toBeLessThan(hands.left!.joints2d[0]![0]);
    });
  }

  test('EXIF orientation is honoured: a sideways jpeg comes out upright', async () => {
    const jpeg = await api.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(64, 32);
      canvas.getContext('2d')!.fillRect(0, 0, 64, 32);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
      return Array.from(new Uint8Array(await blob.arrayBuffer()));
    });
    // An APP1 segment after SOI: TIFF, big endian, one entry, orientation 6 (turn 90° clockwise).
    const exif = Buffer.from(
      'ffe10022' +
        '457869660000' +
        '4d4d002a000000080001' +
        '011200030000000100060000' +
        '00000000',
      'hex',
    );
    const path = join(folder, 'sideways.jpg');
    writeFileSync(path, Uint8Array.from([...jpeg.slice(0, 2), ...exif, ...jpeg.slice(2)]));
    await api.page.setInputFiles('#file', path);
    const size = await api.page.evaluate(async () => {
      const file = document.querySelector<HTMLInputElement>('#file')!.files![0]!;
      let size = '';
      await window.handstream!.pictureSource(file).frames.forEach((frame) => {
        size = `${frame.image.displayWidth}x${frame.image.displayHeight}`;
        frame[Symbol.dispose]();
      });
      return size;
    });
    expect(size).toBe('32x64');
  });

  test('a picture larger than any texture is scaled down, not lost', async () => {
    const path = join(folder, 'large.png');
    const bytes = await api.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(6000, 3000);
      canvas.getContext('2d')!.fillRect(0, 0, 6000, 3000);
      return Array.from(new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()));
    });
    writeFileSync(path, Uint8Array.from(bytes));
    expect((await poseOf(path)).hands).toEqual({ right: null, left: null });
  });
});
