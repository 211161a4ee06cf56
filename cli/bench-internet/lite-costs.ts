import type { Browser } from 'playwright-core';
import type { InferenceCost } from '../../src/workers/internet-engine.ts';
import { withModelPage } from '../api-page.ts';

/** One inference, as the page sees it. */
export interface LiteRun extends InferenceCost {
  /** From the question to the answer, the way to the worker and back included. */
  readonly wholeMs: number;
}

export interface LiteCosts {
  readonly threads: number;
  readonly oneCrop: readonly LiteRun[];
  readonly twoCrops: readonly LiteRun[];
}

/** Runs InterNet-Lite on WebAssembly: a webcam's picture, told what to expect, again and again. */
export function liteCosts(
  browser: Browser,
  appUrl: string,
  model: string,
  rounds: number,
): Promise<LiteCosts> {
  return withModelPage(browser, appUrl, model, (page) => page.evaluate(costsInPage, rounds));
}

async function costsInPage(rounds: number): Promise<LiteCosts> {
  const { openInternet } = window.handstream!;
  const model = document.querySelector<HTMLInputElement>('#model')!.files![0]!;
  const engine = await openInternet({ model, name: model.name, backend: 'wasm' });

  const [codedWidth, codedHeight] = [640, 480];
  const pixels = new Uint8Array((codedWidth * codedHeight * 3) / 2);
  for (let i = 0; i < pixels.length; i++) pixels[i] = 60 + ((i * 7919) % 140);
  const image = new VideoFrame(pixels, { format: 'I420', codedWidth, codedHeight, timestamp: 0 });
  const boxes = [
    { x: 60, y: 110, width: 250, height: 250 },
    { x: 340, y: 90, width: 230, height: 230 },
  ];
  const priors = boxes.map(({ x, y, width }) => {
    const joints = Array.from(
      { length: 21 },
      (_, joint) => [x + (joint * width) / 21, y + width / 2, joint] as const,
    );
    const hand = { joints, depthKnown: true };
    return { hands: { right: hand, left: hand }, relativeDepthMm: 10 };
  });
  const runs: Record<1 | 2, LiteRun[]> = { 1: [], 2: [] };
  for (let round = -10; round < rounds; round++) {
    for (const count of [1, 2] as const) {
      const start = performance.now();
      const told = { gate: 0, priors: priors.slice(0, count) };
      const { cost } = await engine.infer(image, boxes.slice(0, count), told);
      if (round >= 0) runs[count].push({ ...cost, wholeMs: performance.now() - start });
    }
  }
  image.close();
  engine[Symbol.dispose]();
  return { threads: engine.state.threads, oneCrop: runs[1], twoCrops: runs[2] };
}
