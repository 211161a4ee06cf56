import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HAND_SIDES } from '../../src/hands/hand-side.ts';
import type { PoseFrame } from '../../src/hands/pose-frame.ts';
import { hasShippedLite } from '../shipped-lite.ts';
import { makeHandlessPictures } from './make-handless-pictures.ts';
import { openApiPage, SHARED_DATA, type WatchedPage } from './pages.ts';

/** InterHand2.6M's, palm to palm. */
const TOUCHING = join(SHARED_DATA, 'interhand2.6m', 'image44669.jpg');

const folder = mkdtempSync(join(tmpdir(), 'handstream-stills-'));
let api: WatchedPage;
beforeAll(async () => {
  api = await openApiPage();
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** How many hands the app sees in picture files, each by itself. */
async function handsIn(paths: readonly string[], model: 'auto' | 'landmarker') {
  await api.page.evaluate(() => {
    document.querySelector<HTMLInputElement>('#file')!.multiple = true;
  });
  await api.page.setInputFiles('#file', [...paths]);
  const seen = await api.page.evaluate(async (model) => {
    const app = window.handstream!;
    const files = Array.from(document.querySelector<HTMLInputElement>('#file')!.files!);
    const detector = await app.openDetector({ mode: 'image', delegate: 'CPU' });
    const engine = model === 'landmarker' ? null : await app.openLite({ backend: 'wasm' });
    const internet = engine && app.internetEstimator(engine, 'lite');
    const seen: PoseFrame['hands'][] = [];
    for (const file of files) {
      const estimator = internet ? app.autoEstimator({ internet }) : 'landmarker';
      const source = app.pictureSource(file);
      await app
        .createHandPipeline({ source, detector, estimator })
        .forEach(({ hands }) => void seen.push(hands));
    }
    engine?.[Symbol.dispose]();
    detector[Symbol.dispose]();
    return seen;
  }, model);
  return seen.map((hands) => HAND_SIDES.filter((side) => hands[side]).length);
}

describe.skipIf(!hasShippedLite)('stills with InterNet-Lite (needs public/models)', () => {
  test.skipIf(!existsSync(TOUCHING))(
    'two real hands that touch: both, where the detector finds one (needs ../shared/data)',
    async () => {
      expect(await handsIn([TOUCHING], 'landmarker')).toEqual([1]);
      expect(await handsIn([TOUCHING], 'auto')).toEqual([2]);
    },
  );

  test('ten pictures without a hand: none found, however long it looks', async () => {
    const pictures = await makeHandlessPictures(api.page);
    const paths = pictures.map(({ name, png }) => {
      const path = join(folder, `${name}.png`);
      writeFileSync(path, png);
      return path;
    });
    const counts = await handsIn(paths, 'auto');
    expect(pictures.filter((_, i) => counts[i]! > 0).map(({ name }) => name)).toEqual([]);
  });
});
