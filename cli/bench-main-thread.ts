import type { Browser, CDPSession, Page } from 'playwright-core';
import { traceMainThread, type MainThreadTrace } from './main-thread-trace.ts';
import { spread } from './percentile.ts';

/** How long the CPU time of the main thread is recorded. */
const TRACE_SECONDS = 20;

export interface MainThreadBench {
  readonly minutes: number;
  readonly frames: number;
  /** CPU time, ms. */
  readonly cpu: MainThreadTrace;
  /** Streams and overlay of one frame, wall time, ms: 95th percentiles of the last 256 frames. */
  readonly wallP95Ms: readonly number[];
  /** JS heap after a forced collection, MB: at the first minute, then at the end. */
  readonly heapMb: readonly number[];
  readonly growthMb: number;
  /** Requests that went anywhere but to the app's own server. */
  readonly foreignRequests: readonly string[];
  readonly table: Readonly<Record<string, string>>;
}

/** The page as a visitor sees it, for minutes: main-thread time, memory, requests. */
export async function benchMainThread(
  browser: Browser,
  appUrl: string,
  minutes: number,
): Promise<MainThreadBench> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const foreignRequests: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(appUrl) && !/^(?:blob|data):/.test(url)) foreignRequests.push(url);
  });
  await page.goto(`${appUrl}?source=synthetic`);
  await page.waitForFunction(() => Number(document.documentElement.dataset['frames']) > 30);
  const session = await page.context().newCDPSession(page);

  const stretchMs = (minutes * 60_000) / 10;
  const heapMb: number[] = [];
  const wallP95Ms: number[] = [];
  for (let stretch = 1; stretch <= 10; stretch++) {
    await page.waitForTimeout(stretchMs);
    heapMb.push(await heapAfterCollection(session));
    wallP95Ms.push(await number(page, 'mainP95Ms'));
    process.stderr.write(`\r${Math.round(stretch * 10)} % of ${minutes} min`);
  }
  process.stderr.write('\n');
  const cpu = await traceMainThread(browser, page, TRACE_SECONDS);
  const frames = await number(page, 'frames');
  await page.close();

  const growthMb = heapMb.at(-1)! - heapMb[0]!;
  return {
    minutes,
    frames,
    cpu,
    wallP95Ms,
    heapMb,
    growthMb,
    foreignRequests,
    table: {
      frames: String(frames),
      'streams and sinks a frame, CPU ms (median / p95)': spread(cpu.frameTask),
      'whole main thread a frame, CPU ms (median / p95)': spread(cpu.everything),
      'streams and overlay a frame, wall ms (p95, by tenths)': wallP95Ms.join(' '),
      'JS heap after collection, by tenths': heapMb.map((mb) => mb.toFixed(1)).join(' '),
      'heap growth': `${growthMb.toFixed(2)} MB`,
      'requests elsewhere': String(foreignRequests.length),
    },
  };
}

async function number(page: Page, key: string): Promise<number> {
  return Number(await page.evaluate((key) => document.documentElement.dataset[key], key));
}

async function heapAfterCollection(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}
