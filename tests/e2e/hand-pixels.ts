import type { Page } from 'playwright-core';

/** What is drawn in one hand's colour. */
export interface HandPixels {
  readonly count: number;
  /** Mean px from the part's left edge. */
  readonly x: number;
}

/** Both hands in one part of a screenshot. */
export interface SeenHands {
  readonly right: HandPixels;
  readonly left: HandPixels;
  /** Mean brightness of the part, 0..1. */
  readonly light: number;
  /** How many pixels are brighter than any dark stage. */
  readonly bright: number;
}

/** Looks for both hands' colours in a screenshot, cut into so many equal parts side by side. */
export async function handPixels(page: Page, png: Buffer, parts: number): Promise<SeenHands[]> {
  return page.evaluate(
    async ([base64, parts]) => {
      const bitmap = await createImageBitmap(
        await (await fetch(`data:image/png;base64,${base64}`)).blob(),
      );
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
        willReadFrequently: true,
      })!;
      context.drawImage(bitmap, 0, 0);
      const width = Math.floor(bitmap.width / parts);
      const seen = [];
      for (let part = 0; part < parts; part++) {
        const { data } = context.getImageData(part * width, 0, width, bitmap.height);
        const sums = { right: { count: 0, x: 0 }, left: { count: 0, x: 0 }, light: 0, bright: 0 };
        for (let i = 0; i < data.length; i += 4) {
          const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
          const light = (r + g + b) / 765;
          sums.light += light;
          if (light > 0.4) sums.bright += 1;
          const amber = r > 200 && g > 120 && g < 200 && b < 90;
          const blue = b > 200 && r < 110 && g > 110;
          if (!amber && !blue) continue;
          const hand = amber ? sums.right : sums.left;
          hand.count += 1;
          hand.x += (i / 4) % width;
        }
        const { right, left, light, bright } = sums;
        seen.push({
          right: { count: right.count, x: right.x / right.count },
          left: { count: left.count, x: left.x / left.count },
          light: light / (data.length / 4),
          bright,
        });
      }
      return seen;
    },
    [png.toString('base64'), parts] as const,
  );
}
