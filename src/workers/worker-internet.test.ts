import { afterEach, describe, expect, it, vi } from 'vitest';
import { INFERENCE, internetWorkers, started } from '../../tests/fake-internet.ts';
import { picture } from '../../tests/transferable-picture.ts';
import { WorkerInternet } from './worker-internet.ts';

const options = {
  model: new Blob(),
  name: 'a.onnx',
  backend: 'webgpu',
  precision: 'auto',
  softwareGpu: false,
} as const;
const box = { x: 0, y: 0, width: 9, height: 9 };
const gate = { gate: 0.5 };

afterEach(() => void vi.useRealTimers());

describe('WorkerInternet', () => {
  it('hands on what the worker says, and closes its clone of the picture', async () => {
    const { create } = internetWorkers();
    using engine = new WorkerInternet(options, create);
    await engine.open();
    const { image, clones } = picture();
    expect(await engine.infer(image, [box], gate)).toEqual(INFERENCE);
    expect(clones.open).toBe(0);
    expect(engine.contract.inputSize).toBe(256);
    expect(engine.state).toEqual({
      backend: 'webgpu',
      precision: 'fp32',
      adapter: 'acme gpu',
      threads: 1,
      fallback: null,
      restarts: 0,
    });
  });

  it('does nothing for no crops', async () => {
    const { made, create } = internetWorkers();
    using engine = new WorkerInternet(options, create);
    await engine.open();
    const messages = made[0]!.sent.length;
    expect((await engine.infer(picture().image, [], gate)).crops).toEqual([]);
    expect(made[0]!.sent.length).toBe(messages);
  });

  it('opens a new worker for the call after a crash, such as a lost GPU', async () => {
    let calls = 0;
    const { made, create } = internetWorkers({
      infer: () => (++calls === 1 ? new Promise(() => {}) : undefined),
    });
    using engine = new WorkerInternet(options, create);
    await engine.open();
    const { image, clones } = picture();
    const lost = engine.infer(image, [box], gate);
    await vi.waitFor(() => expect(calls).toBe(1));
    made[0]!.crash('the GPU was lost: unplugged');
    await expect(lost).rejects.toMatchObject({ problem: { type: 'crashed' } });
    expect(await engine.infer(image, [box], gate)).toEqual(INFERENCE);
    expect([made.length, engine.state.restarts, engine.state.backend]).toEqual([2, 1, 'webgpu']);
    expect(clones.open).toBe(0);
  });

  it('opens a new worker for the call after one that hung', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let tell = () => {};
    const asked = new Promise<void>((resolve) => (tell = resolve));
    let calls = 0;
    const { made, create } = internetWorkers({
      infer: () => {
        tell();
        return ++calls === 1 ? new Promise(() => {}) : undefined;
      },
    });
    using engine = new WorkerInternet(options, create);
    await engine.open();
    const { image } = picture();
    const hung = engine.infer(image, [box], gate).catch((error: unknown) => error);
    await asked;
    vi.advanceTimersByTime(30_000);
    expect(await hung).toMatchObject({ problem: { type: 'hung' } });
    expect(await engine.infer(image, [box], gate)).toEqual(INFERENCE);
    expect(made.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('falls back to WebAssembly after three GPU workers in a row, and says why', async () => {
    let onGpu = true;
    const { made, starts, create } = internetWorkers({
      infer: () => {
        if (!onGpu) return undefined;
        queueMicrotask(() => made.at(-1)!.crash('driver reset'));
        return new Promise(() => {});
      },
      start: (given) => {
        onGpu = given.backend === 'webgpu';
        return started(given);
      },
    });
    using engine = new WorkerInternet(options, create);
    await engine.open();
    const { image } = picture();
    for (let call = 0; call < 4; call += 1)
      await expect(engine.infer(image, [box], gate)).rejects.toMatchObject({
        name: 'WorkerFailure',
      });
    expect(await engine.infer(image, [box], gate)).toEqual(INFERENCE);
    expect(starts.map(({ backend }) => backend)).toEqual([
      ...Array.from({ length: 4 }, () => 'webgpu'),
      'wasm',
    ]);
    expect(engine.state).toMatchObject({
      backend: 'wasm',
      adapter: null,
      fallback: 'Not on WebGPU: the GPU failed 3 times in a row (driver reset).',
    });
  });

  it('gives up after three more on WebAssembly', async () => {
    const { create } = internetWorkers({
      infer: () => {
        throw new Error('Aborted()');
      },
    });
    using engine = new WorkerInternet({ ...options, backend: 'wasm' }, create);
    await engine.open();
    const { image, clones } = picture();
    const names: string[] = [];
    for (let call = 0; call < 9; call += 1)
      await engine.infer(image, [box], gate).catch((error: Error) => names.push(error.name));
    expect(names).toEqual([...Array.from({ length: 8 }, () => 'Error'), 'InternetFailure']);
    await expect(engine.infer(image, [box], gate)).rejects.toMatchObject({
      problem: { type: 'internet-gave-up', name: 'a.onnx', restarts: 3, reason: 'Aborted()' },
    });
    expect(clones.open).toBe(0);
  });

  it('tries again where a restart could not start', async () => {
    let starting = 0;
    const { made, create } = internetWorkers({
      start: (given) => {
        starting += 1;
        return starting === 2
          ? { ok: false, type: 'start-failed', reason: 'no GPU' }
          : started(given);
      },
    });
    using engine = new WorkerInternet(options, create);
    await engine.open();
    const { image } = picture();
    made[0]!.crash('gone');
    await expect(engine.infer(image, [box], gate)).rejects.toMatchObject({
      problem: { type: 'internet-start-failed', name: 'a.onnx', reason: 'no GPU' },
    });
    expect(await engine.infer(image, [box], gate)).toEqual(INFERENCE);
  });

  it('does not restart once disposed', async () => {
    const { made, create } = internetWorkers();
    const engine = new WorkerInternet(options, create);
    await engine.open();
    engine[Symbol.dispose]();
    await expect(engine.infer(picture().image, [box], gate)).rejects.toMatchObject({
      problem: { type: 'disposed' },
    });
    expect(made.map(({ terminated }) => terminated)).toEqual([true]);
  });
});
