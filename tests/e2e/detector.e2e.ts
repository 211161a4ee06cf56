import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiPage, type WatchedPage } from './pages.ts';
import { SHOWN, WEBCAM } from './people.ts';

// ../shared is not part of the repository; without it there are no people to look at.
describe.skipIf(!existsSync(WEBCAM))('detector on ../shared/data/webcam', () => {
  let watched: WatchedPage;
  beforeAll(async () => {
    watched = await openApiPage();
  });
  afterAll(() => watched?.[Symbol.asyncDispose]());

  it('names each hand by the person’s own side', async () => {
    const pictures = Object.keys(SHOWN).map((name) => ({
      name,
      url: `data:image/jpeg;base64,${readFileSync(join(WEBCAM, name), 'base64')}`,
    }));
    const found = await watched.page.evaluate(async (pictures) => {
      const detector = await window.handstream!.openDetector({ mode: 'image' });
      const sides: Record<string, string> = {};
      for (const { name, url } of pictures) {
        const picture = new Image();
        picture.src = url;
        await picture.decode();
        const frame = new VideoFrame(picture, { timestamp: 0 });
        const hands = await detector.detect(frame, 0);
        frame.close();
        sides[name] = hands
          .map(({ side }) => side)
          .sort()
          .join(' and ');
      }
      detector[Symbol.dispose]();
      return sides;
    }, pictures);
    expect(found).toEqual(SHOWN);
  });
});
