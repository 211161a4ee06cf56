import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeWorker } from '../../tests/fake-worker.ts';
import { WorkerFailure, WorkerHandle } from './worker-handle.ts';

const api = {
  add: (a: number, b: number) => a + b,
  fail: (): number => {
    throw new RangeError('too far');
  },
  never: () => new Promise<number>(() => {}),
};

function open() {
  const worker = new FakeWorker(api);
  return { worker, handle: new WorkerHandle<typeof api>(() => worker) };
}

/** The failure a call is rejected with. */
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof WorkerFailure ? error.problem : error),
  );

afterEach(() => void vi.useRealTimers());

describe('WorkerHandle', () => {
  it('answers calls, and passes on what the worker throws without ending it', async () => {
    const { worker, handle } = open();
    await expect(handle.call((remote) => remote.fail())).rejects.toMatchObject({
      name: 'RangeError',
      message: 'too far',
    });
    expect(await handle.call((remote) => remote.add(2, 3))).toBe(5);
    expect(handle.failure).toBeNull();
    handle[Symbol.dispose]();
    expect(worker.terminated).toBe(true);
  });

  it('rejects every call in flight and every later one when the worker crashes', async () => {
    const { worker, handle } = open();
    const calls = [
      handle.call((remote) => remote.never()),
      handle.call((remote) => remote.never()),
    ];
    worker.crash('out of memory');
    const crashed = { type: 'crashed', reason: 'out of memory' };
    expect(await Promise.all(calls.map(problemOf))).toEqual([crashed, crashed]);
    expect(await problemOf(handle.call((remote) => remote.add(1, 1)))).toEqual(crashed);
    expect(worker.terminated).toBe(true);
  });

  it('rejects when a message cannot be read', async () => {
    const { worker, handle } = open();
    const call = problemOf(handle.call((remote) => remote.never()));
    worker.dispatchEvent(new Event('messageerror'));
    expect(await call).toMatchObject({ type: 'crashed' });
  });

  it('ends a worker that does not answer in time, with its other calls', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { worker, handle } = open();
    const calls = [
      handle.call((remote) => remote.never(), 500),
      handle.call((remote) => remote.never()),
    ].map(problemOf);
    vi.advanceTimersByTime(499);
    expect(handle.failure).toBeNull();
    vi.advanceTimersByTime(1);
    const hung = { type: 'hung', afterMs: 500 };
    expect(await Promise.all(calls)).toEqual([hung, hung]);
    expect(worker.terminated).toBe(true);
  });

  it('leaves no watchdog behind an answered call', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { handle } = open();
    await handle.call((remote) => remote.add(1, 1), 500);
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(0);
    handle[Symbol.dispose]();
  });

  it('dispose rejects, then releases the proxy, then terminates', async () => {
    const { worker, handle } = open();
    const order: string[] = [];
    const post = worker.postMessage.bind(worker);
    vi.spyOn(worker, 'postMessage').mockImplementation((message) => {
      order.push(message.type ?? '', `terminated ${worker.terminated}`);
      post(message);
    });
    const call = problemOf(handle.call((remote) => remote.never()));
    handle[Symbol.dispose]();
    handle[Symbol.dispose]();
    expect(await call).toEqual({ type: 'disposed' });
    expect(order).toEqual(['APPLY', 'terminated false', 'RELEASE', 'terminated false']);
    expect(worker.terminated).toBe(true);
  });
});
