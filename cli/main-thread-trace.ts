import type { Browser, Page } from 'playwright-core';

/** CPU time of the page's main thread, ms, one number a PoseFrame. */
export interface MainThreadTrace {
  /** The task that took a frame from the detector's answer through all stages and sinks. */
  readonly frameTask: readonly number[];
  /** Everything between one frame and the next: that task, layout, paint, 3D view, plots, collection. */
  readonly everything: readonly number[];
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs */
  readonly ts: number;
  readonly dur?: number;
  /** CPU time, µs: what remains of `dur` without the waiting for a core. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly message?: string } };
}

/** Records a while of the page and reads off how much CPU its main thread spent on each frame. */
export async function traceMainThread(
  browser: Browser,
  page: Page,
  seconds: number,
): Promise<MainThreadTrace> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'v8.console', '__metadata'],
  });
  await page.waitForTimeout(seconds * 1000);
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };

  const marks = traceEvents.filter(
    ({ name, args }) => name === 'TimeStamp' && args?.data?.message === 'PoseFrame',
  );
  const main = marks[0];
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) =>
      name === 'ThreadControllerImpl::RunTask' &&
      ph === 'X' &&
      pid === main?.pid &&
      tid === main.tid,
  );
  const cpuMs = ({ tdur = 0 }: TraceEvent) => tdur / 1000;
  const frameTask = marks.flatMap((mark) => {
    const task = tasks.find(({ ts, dur = 0 }) => ts <= mark.ts && mark.ts <= ts + dur);
    return task ? [cpuMs(task)] : [];
  });
  const everything = marks
    .slice(1)
    .map((mark, i) =>
      tasks
        .filter(({ ts }) => ts >= marks[i]!.ts && ts < mark.ts)
        .reduce((sum, task) => sum + cpuMs(task), 0),
    );
  return { frameTask, everything };
}
