import { describe, expect, it } from 'vitest';
import { answerOf, internetWorkers, started } from '../../tests/fake-internet.ts';
import { openInternet } from './open-internet.ts';

const model = { model: new Blob(), name: 'a.onnx' };

describe('openInternet', () => {
  it('checks the GPU against WebAssembly and gives the answer to be kept', async () => {
    const { made, starts, create } = internetWorkers();
    const steps: [number, string][] = [];
    using engine = await openInternet({
      ...model,
      createWorker: create,
      onProgress: (...step) => steps.push(step),
    });
    expect(starts.map(({ backend }) => backend)).toEqual(['webgpu', 'wasm']);
    expect(made.map(({ terminated }) => terminated)).toEqual([false, true]);
    expect(engine.answer).toEqual(answerOf(100));
    expect(engine.state).toMatchObject({ backend: 'webgpu', fallback: null });
    expect(steps).toEqual([
      [0.3, 'warming up'],
      [0.8, 'checking the GPU'],
    ]);
  });

  it('does not ask WebAssembly again where the answer is known', async () => {
    const { starts, create } = internetWorkers();
    const known = answerOf(100);
    using engine = await openInternet({ ...model, createWorker: create, knownAnswer: known });
    expect(starts.map(({ backend }) => backend)).toEqual(['webgpu']);
    expect(engine.answer).toBe(known);
  });

  it('asks anew where the known answer is about another picture', async () => {
    const { starts, create } = internetWorkers();
    const knownAnswer = { ...answerOf(5), picture: 'of long ago' };
    using engine = await openInternet({ ...model, createWorker: create, knownAnswer });
    expect(starts.map(({ backend }) => backend)).toEqual(['webgpu', 'wasm']);
    expect(engine.answer).toEqual(answerOf(100));
  });

  it('falls back to WebAssembly where the GPU answers wrongly', async () => {
    const { made, create } = internetWorkers({
      start: (given) => started(given, answerOf(given.backend === 'webgpu' ? 101 : 100)),
    });
    using engine = await openInternet({ ...model, createWorker: create });
    expect(engine.state).toMatchObject({
      backend: 'wasm',
      fallback: 'Not on WebGPU: the GPU answers wrongly (heatmap off by 1.0, allowed 0.13).',
    });
    expect(made.map(({ terminated }) => terminated)).toEqual([true, true, false]);
  });

  it('falls back to fp32 where the GPU answers wrongly in fp16', async () => {
    const { made, starts, create } = internetWorkers({
      start: (given) => {
        const halves = given.backend === 'webgpu' && given.precision !== 'fp32';
        return started(
          { ...given, precision: halves ? 'fp16' : 'fp32' },
          answerOf(halves ? Number.NaN : 100),
        );
      },
    });
    using engine = await openInternet({ ...model, createWorker: create });
    expect(engine.state).toMatchObject({
      backend: 'webgpu',
      precision: 'fp32',
      fallback: 'In fp32: the GPU answers wrongly in fp16 (heatmap off by NaN, allowed 6.4).',
    });
    expect(starts.map(({ backend }) => backend)).toEqual(['webgpu', 'wasm', 'webgpu']);
    expect(made.map(({ terminated }) => terminated)).toEqual([true, true, false]);
  });

  it('falls back to WebAssembly where there is no GPU, or its worker dies', async () => {
    const refusing = internetWorkers({
      start: (given) =>
        given.backend === 'webgpu'
          ? { ok: false, type: 'start-failed', reason: 'this browser gives no GPU' }
          : started(given),
    });
    using first = await openInternet({ ...model, createWorker: refusing.create });
    expect(first.state.fallback).toBe('Not on WebGPU: this browser gives no GPU.');
    expect(first.answer).toEqual(answerOf(100));

    const dying = internetWorkers({
      start: (given) => {
        if (given.backend === 'webgpu') queueMicrotask(() => dying.made[0]!.crash('out of memory'));
        return started(given);
      },
    });
    using second = await openInternet({ ...model, createWorker: dying.create });
    expect(second.state.fallback).toBe('Not on WebGPU: out of memory.');
  });

  it('does not try a model elsewhere that is itself at fault', async () => {
    const reason = 'a.onnx is not an ONNX file: it does not begin as one';
    const { made, create } = internetWorkers({
      start: () => ({ ok: false, type: 'model-refused', reason }),
    });
    await expect(openInternet({ ...model, createWorker: create })).rejects.toMatchObject({
      problem: { type: 'internet-model-refused', name: 'a.onnx', reason },
    });
    expect(made.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it('aborted, it ends the worker that is being opened and tries no other', async () => {
    const stop = new AbortController();
    const { made, create } = internetWorkers({
      start: (given) => {
        stop.abort();
        return started(given);
      },
    });
    const opening = openInternet({ ...model, createWorker: create, signal: stop.signal });
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(made.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it('says so where WebAssembly cannot run it either', async () => {
    const { made, create } = internetWorkers({
      start: () => ({ ok: false, type: 'start-failed', reason: 'out of memory' }),
    });
    await expect(openInternet({ ...model, createWorker: create })).rejects.toMatchObject({
      problem: { type: 'internet-start-failed', reason: 'out of memory' },
    });
    expect(made.map(({ terminated }) => terminated)).toEqual([true, true]);
  });
});
