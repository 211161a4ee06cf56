import { describe, expect, it } from 'vitest';
import { FakeWorker } from '../../tests/fake-worker.ts';
import { picture } from '../../tests/transferable-picture.ts';
import type { DetectorOptions } from './detector-options.ts';
import { openDetector } from './open-detector.ts';
import { WorkerDetector } from './worker-detector.ts';

const options: DetectorOptions = {
  delegate: 'CPU',
  mode: 'video',
  numHands: 2,
  minDetectionScore: 0.5,
  minPresenceScore: 0.5,
  minTrackingScore: 0.5,
};

interface Behaviour {
  readonly load?: () => unknown;
  readonly start?: (options: DetectorOptions) => unknown;
  readonly detect?: (frame: unknown, timeMs: number) => unknown;
}

function workers(behaviour: Behaviour = {}) {
  const made: FakeWorker[] = [];
  const create = () => {
    const worker = new FakeWorker({
      load: async (onProgress: (fraction: number) => Promise<void>) => {
        await onProgress(0.5);
        await onProgress(1);
        return behaviour.load?.() ?? { ok: true };
      },
      start: (given: DetectorOptions) => behaviour.start?.(given) ?? { ok: true },
      detect: (frame: unknown, timeMs: number) => behaviour.detect?.(frame, timeMs) ?? [],
    });
    made.push(worker);
    return worker;
  };
  return { made, create };
}

describe('WorkerDetector', () => {
  it('runs overlapping calls one after the other, also behind one that failed', async () => {
    const log: string[] = [];
    const { create } = workers({
      detect: async (_frame, timeMs) => {
        log.push(`start ${timeMs}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.push(`end ${timeMs}`);
        if (timeMs === 0) throw new Error('bad frame');
        return [];
      },
    });
    using detector = new WorkerDetector(options, create);
    await detector.open();
    const { image, clones } = picture();
    const results = await Promise.allSettled(
      [0, 40, 80].map((time) => detector.detect(image, time)),
    );
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(log).toEqual(['start 0', 'end 0', 'start 40', 'end 40', 'start 80', 'end 80']);
    expect(clones.open).toBe(0);
    expect(detector.restarts).toBe(0);
  });

  it('opens a new worker for the call after a crash', async () => {
    const { made, create } = workers({
      detect: (_frame, timeMs) => (timeMs === 0 ? new Promise(() => {}) : []),
    });
    using detector = new WorkerDetector(options, create);
    await detector.open();
    const { image, clones } = picture();
    const lost = detector.detect(image, 0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    made[0]?.crash('unreachable');
    await expect(lost).rejects.toMatchObject({ problem: { type: 'crashed' } });
    expect(await detector.detect(image, 40)).toEqual([]);
    expect([made.length, detector.restarts, clones.open]).toEqual([2, 1, 0]);
  });

  it('tries again where a restart could not load', async () => {
    let loads = 0;
    const { made, create } = workers({
      load: () => {
        loads += 1;
        return loads === 2 ? { ok: false, reason: 'offline' } : { ok: true };
      },
    });
    using detector = new WorkerDetector(options, create);
    await detector.open();
    const { image } = picture();
    made[0]?.crash('gone');
    await expect(detector.detect(image, 0)).rejects.toMatchObject({
      problem: { type: 'detector-load-failed', reason: 'offline' },
    });
    expect(await detector.detect(image, 40)).toEqual([]);
    expect(made.map(({ terminated }) => terminated)).toEqual([true, true, false]);
  });

  it('gives up after three restarts with no frame in between', async () => {
    const { made, create } = workers({
      detect: () => {
        queueMicrotask(() => made.at(-1)?.crash('again'));
        return new Promise(() => {});
      },
    });
    using detector = new WorkerDetector(options, create);
    await detector.open();
    const { image } = picture();
    for (let call = 0; call < 4; call += 1)
      await expect(detector.detect(image, call)).rejects.toMatchObject({ name: 'WorkerFailure' });
    await expect(detector.detect(image, 9)).rejects.toMatchObject({
      problem: { type: 'detector-gave-up', restarts: 3 },
    });
    expect(made.length).toBe(4);
  });

  it('replaces a living worker that throws at every frame, then gives up', async () => {
    const { made, create } = workers({
      detect: () => {
        throw new Error('Aborted(unreachable)');
      },
    });
    using detector = new WorkerDetector(options, create);
    await detector.open();
    const { image, clones } = picture();
    const names: string[] = [];
    for (let call = 0; call < 9; call += 1) {
      await detector.detect(image, call).catch((error: Error) => names.push(error.name));
    }
    expect(names).toEqual([...Array.from({ length: 8 }, () => 'Error'), 'DetectorFailure']);
    expect(made.map(({ terminated }) => terminated)).toEqual([true, true, true, true]);
    expect(clones.open).toBe(0);
  });

  it('keeps a worker that throws now and then', async () => {
    const { made, create } = workers({
      detect: (_frame, timeMs) => {
        if (timeMs % 2 === 0) throw new Error('bad frame');
        return [];
      },
    });
    using detector = new WorkerDetector(options, create);
    await detector.open();
    const { image } = picture();
    for (let call = 0; call < 10; call += 1) await detector.detect(image, call).catch(() => {});
    expect([made.length, detector.restarts]).toEqual([1, 0]);
  });

  it('does not restart once disposed', async () => {
    const { made, create } = workers();
    const detector = new WorkerDetector(options, create);
    await detector.open();
    detector[Symbol.dispose]();
    await expect(detector.detect(picture().image, 0)).rejects.toMatchObject({
      problem: { type: 'disposed' },
    });
    expect(made.length).toBe(1);
  });
});

describe('openDetector', () => {
  it('falls back to the CPU where the GPU does not start', async () => {
    const started: string[] = [];
    const { made, create } = workers({
      start: ({ delegate }) => {
        started.push(delegate);
        return delegate === 'GPU' ? { ok: false, reason: 'no context' } : { ok: true };
      },
    });
    const progress: number[] = [];
    using detector = await openDetector({
      delegate: 'GPU',
      createWorker: create,
      onProgress: (fraction) => progress.push(fraction),
    });
    expect(started).toEqual(['GPU', 'CPU']);
    expect(detector.delegate).toBe('CPU');
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(progress).toEqual([0.5, 1]);
  });

  it('says which file could not be had, without trying another delegate', async () => {
    const { made, create } = workers({
      load: () => ({ ok: false, reason: 'x.task answered 404' }),
    });
    await expect(openDetector({ delegate: 'GPU', createWorker: create })).rejects.toMatchObject({
      problem: { type: 'detector-load-failed', reason: 'x.task answered 404' },
    });
    expect(made.map(({ terminated }) => terminated)).toEqual([true]);
  });
});
