import { VirtualTimeScheduler } from 'rxjs';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeVideoFrame, fakeImage } from '../../tests/fake-frame.ts';
import type { SyntheticPicture } from '../synthetic/synthetic-hands.ts';
import { syntheticCamera } from '../synthetic/synthetic-camera.ts';
import type { openSyntheticHands } from '../workers/open-synthetic-hands.ts';
import type { Frame } from './frame.ts';
import { SourceFailure } from './source-failure.ts';
import { syntheticSource, type SyntheticOptions } from './synthetic.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Stands in for the worker: remembers what it was asked for. */
class FakeRenderer {
  readonly times: number[] = [];
  closed = 0;
  failAt = Infinity;
  /** A render that waits for this, where it is set. */
  slow: Promise<void> | undefined;

  readonly open: typeof openSyntheticHands = () =>
    Promise.resolve({
      render: (timeMs) => this.#render(timeMs),
      close: () => Promise.resolve(void (this.closed += 1)),
    });

  async #render(timeMs: number): Promise<SyntheticPicture> {
    this.times.push(timeMs);
    await this.slow;
    if (this.times.length > this.failAt) throw new Error('WebGL context lost');
    const truth = { hands: { right: null, left: null }, relativeDepthMm: null, scene: 'apart' };
    return { image: fakeImage(timeMs * 1000), camera: syntheticCamera(640, 480), truth };
  }
}

function watch(renderer: FakeRenderer, options: SyntheticOptions) {
  const seen: { frames: Frame[]; errors: unknown[]; completed: boolean } = {
    frames: [],
    errors: [],
    completed: false,
  };
  const source = syntheticSource({ openRenderer: renderer.open, ...options });
  const subscription = source.frames.subscribe({
    next: (frame) => seen.frames.push(frame),
    error: (error: unknown) => seen.errors.push(error),
    complete: () => (seen.completed = true),
  });
  return Object.assign(seen, { subscription });
}

/** Runs the virtual clock up to `untilMs`, letting promises run at every tick. */
async function advance(scheduler: VirtualTimeScheduler, untilMs: number): Promise<void> {
  scheduler.maxFrames = untilMs;
  await settle();
  scheduler.flush();
  await settle();
}

describe('syntheticSource', () => {
  let renderer: FakeRenderer;
  beforeEach(() => {
    renderer = new FakeRenderer();
    FakeVideoFrame.open = 0;
  });

  test('every frame: in step with its frame rate, one open at a time, then the end', async () => {
    const seen = watch(renderer, { pace: 'every-frame', frameRate: 50, frameCount: 3 });
    for (let index = 0; index < 3; index++) {
      await settle();
      expect(seen.frames).toHaveLength(index + 1);
      expect(FakeVideoFrame.open).toBe(1);
      seen.frames[index]![Symbol.dispose]();
    }
    await settle();
    expect(seen.frames.map(({ timeMs }) => timeMs)).toEqual([0, 20, 40]);
    expect(seen.frames.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(seen.frames[0]!.truth?.scene).toBe('apart');
    expect(seen.frames[0]!.camera?.from).toBe('calibrated');
    expect(seen.completed).toBe(true);
    expect(renderer.closed).toBe(1);
  });

  test('live: ticks that find the last Frame open are skipped, times stay on the ticks', async () => {
    const scheduler = new VirtualTimeScheduler();
    const seen = watch(renderer, { frameRate: 100, scheduler });
    await settle();
    seen.frames[0]![Symbol.dispose]();
    await advance(scheduler, 10);
    expect(seen.frames.map(({ timeMs }) => timeMs)).toEqual([0, 10]);
    scheduler.schedule(() => {}, 34);
    await advance(scheduler, 44);
    expect(seen.frames).toHaveLength(2);
    seen.frames[1]![Symbol.dispose]();
    await advance(scheduler, 50);
    expect(seen.frames.map(({ timeMs }) => timeMs)).toEqual([0, 10, 50]);
    expect(seen.frames.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(renderer.times).toEqual([0, 10, 50]);
    seen.subscription.unsubscribe();
  });

  test('unsubscribing disposes the open Frame and closes the renderer', async () => {
    const seen = watch(renderer, { pace: 'every-frame' });
    await settle();
    expect(FakeVideoFrame.open).toBe(1);
    seen.subscription.unsubscribe();
    await settle();
    expect(FakeVideoFrame.open).toBe(0);
    expect(renderer.closed).toBe(1);
  });

  test('a picture that was under way when it was left is closed, then the renderer', async () => {
    let finish = () => {};
    renderer.slow = new Promise((resolve) => (finish = resolve));
    const seen = watch(renderer, { pace: 'every-frame' });
    await settle();
    seen.subscription.unsubscribe();
    await settle();
    expect(renderer.closed).toBe(0);
    finish();
    await settle();
    expect(renderer.closed).toBe(1);
    expect(renderer.times).toHaveLength(1);
    expect(FakeVideoFrame.open).toBe(0);
    expect(seen.frames).toEqual([]);
  });

  test('what goes wrong is a SourceFailure with the reason', async () => {
    const noWebGL = () => Promise.reject(new Error('no WebGL'));
    const unopened = watch(renderer, { openRenderer: noWebGL });
    renderer.failAt = 1;
    const lost = watch(renderer, { pace: 'every-frame' });
    await settle();
    lost.frames[0]![Symbol.dispose]();
    await settle();
    const problem = (reason: string) => ({ type: 'synthetic-unavailable', reason });
    expect(unopened.errors).toEqual([expect.any(SourceFailure)]);
    expect(unopened.errors).toMatchObject([{ problem: problem('no WebGL') }]);
    expect(lost.errors).toMatchObject([{ problem: problem('WebGL context lost') }]);
    expect(renderer.closed).toBe(1);
    expect(FakeVideoFrame.open).toBe(0);
  });
});
