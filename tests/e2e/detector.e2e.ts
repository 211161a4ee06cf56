import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiPage, SHARED_DATA, type WatchedPage } from './pages.ts';

const WEBCAM = join(SHARED_DATA, 'webcam');

/**
 * Sides of the hands that are held up, as a person sees them in the pictures as they lie on disk
 * (call_044768ad is mirrored by its phone: what counts is which hand it looks like).
 */
const SHOWN = {
  'call_0413d5c5.jpg': 'left',
  'call_044768ad.jpg': 'left',
  'call_0e022ee9.jpg': 'right',
  'four_06aa70cc.jpg': 'left',
  'four_077fa4bf.jpg': 'right',
  'four_07a5a144.jpg': 'right',
  'none_00af1db1.jpg': 'left',
  'none_00b85ea4.jpg': 'right',
  'none_00c84257.jpg': 'left and right',
  'rock_026fd791.jpg': 'right',
  'rock_055f8be9.jpg': 'right',
  'rock_09a619ab.jpg': 'right',
  'two_hands.jpg': 'left and left',
} as const;

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
