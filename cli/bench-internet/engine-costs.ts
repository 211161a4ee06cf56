import type { Browser } from 'playwright-core';
import type { InferenceCost } from '../../src/workers/internet-engine.ts';
import { withModelPage } from '../api-page.ts';

/** What each run cost, by how many of the crop's hands reach the gate. */
export interface EngineCosts {
  readonly adapter: string | null;
  readonly threads: number;
  readonly both: readonly InferenceCost[];
  readonly one: readonly InferenceCost[];
  readonly none: readonly InferenceCost[];
}

/** Runs a network through the app's own engine: one picture, one crop, again and again. */
export function engineCosts(
  browser: Browser,
  appUrl: string,
  model: string,
  { backend, runs }: { backend: 'webgpu' | 'wasm'; runs: number },
): Promise<EngineCosts> {
  return withModelPage(browser, appUrl, model, (page) =>
    page.evaluate(costsInPage, { backend, runs }),
  );
}

interface InPage {
  readonly backend: 'webgpu' | 'wasm';
  readonly runs: number;
}

async function costsInPage({ backend, runs }: InPage): Promise<EngineCosts> {
  const { openInternet } = window.handstream!;
  const model = document.querySelector<HTMLInputElement>('#model')!.files![0]!;
  const engine = await openInternet({ model, name: model.name, backend });
  const { adapter, threads, fallback } = engine.state;
  if (fallback) throw new Error(fallback);

  const canvas = new OffscreenCanvas(640, 480);
  const context = canvas.getContext('2d')!;
  const gradient = context.createLinearGradient(0, 0, 640, 480);
  gradient.addColorStop(0, '#2b4');
  gradient.addColorStop(1, '#b42');
  context.fillStyle = gradient;
  context.fillRect(0, 0, 640, 480);
  const image = new VideoFrame(canvas, { timestamp: 0 });
  const boxes = [{ x: 200, y: 120, width: 240, height: 240 }];

  // The weights are random, so which hand the network believes in is found out.
  const { crops } = await engine.infer(image, boxes, { gate: 0 });
  const { left, right } = crops[0]!.handedness;
  const costs: Record<'both' | 'one' | 'none', InferenceCost[]> = { both: [], one: [], none: [] };
  for (let run = 0; run < runs; run++) {
    costs.both.push((await engine.infer(image, boxes, { gate: 0 })).cost);
    costs.one.push((await engine.infer(image, boxes, { gate: (left + right) / 2 })).cost);
    costs.none.push((await engine.infer(image, boxes, { gate: 1 })).cost);
  }
  image.close();
  engine[Symbol.dispose]();
  return { adapter, threads, ...costs };
}
