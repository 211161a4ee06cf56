import type { Browser } from 'playwright-core';
import { openApiPage } from './api-page.ts';
import { spread } from './percentile.ts';

export interface PipelineBench {
  readonly frames: number;
  /** ms of each frame, by stage. */
  readonly timings: Readonly<Record<string, readonly number[]>>;
  readonly table: Readonly<Record<string, string>>;
}

/** The stages' times on synthetic frames, without a page around them: what the streams cost. */
export async function benchPipeline(
  browser: Browser,
  appUrl: string,
  frames: number,
): Promise<PipelineBench> {
  const page = await browser.newPage();
  await openApiPage(page, appUrl);
  const timings = await page.evaluate(async (frameCount) => {
    const { createHandPipeline, openDetector, syntheticSource } = window.handstream!;
    const detector = await openDetector({ delegate: 'CPU' });
    const source = syntheticSource({ scene: 'apart', pace: 'every-frame', frameCount });
    const byStage: Record<string, number[]> = {};
    const parts = { source, detector, estimator: 'landmarker' } as const;
    await createHandPipeline({ ...parts, clock: performance }).forEach(({ timings }) => {
      for (const [stage, ms] of Object.entries(timings)) (byStage[stage] ??= []).push(ms);
    });
    detector[Symbol.dispose]();
    return byStage;
  }, frames);
  await page.close();

  const { detect = [], ...onMainThread } = timings;
  const streams = detect.map((_, frame) =>
    Object.values(onMainThread).reduce((sum, stage) => sum + (stage[frame] ?? 0), 0),
  );
  const rows = Object.entries({ detect, ...onMainThread, 'all but detect': streams });
  return {
    frames: detect.length,
    timings: { ...timings, streams },
    table: Object.fromEntries(rows.map(([stage, values]) => [stage, spread(values)])),
  };
}
