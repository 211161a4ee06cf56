import { describe, expect, test } from 'vitest';
import type { EngineState } from '../workers/internet-engine.ts';
import { costWords, engineWords } from './engine-words.ts';

const WEBGPU: EngineState = {
  backend: 'webgpu',
  precision: 'fp16',
  adapter: 'nvidia lovelace',
  threads: 4,
  fallback: null,
  restarts: 0,
};

describe('engineWords', () => {
  test('names the adapter on WebGPU', () => {
    expect(engineWords('InterNet-Lite', WEBGPU)).toBe(
      'InterNet-Lite runs on WebGPU (nvidia lovelace), fp16.',
    );
    expect(engineWords('InterNet-Lite', { ...WEBGPU, adapter: null })).toBe(
      'InterNet-Lite runs on WebGPU, fp16.',
    );
  });

  test('counts the threads on WebAssembly, and says why it runs there', () => {
    const fallback = 'WebGPU gave a wrong answer.';
    const state: EngineState = { ...WEBGPU, backend: 'wasm', precision: 'fp32', fallback };
    expect(engineWords('InterNet-Lite', state)).toBe(
      'InterNet-Lite runs on WebAssembly, 4 threads, fp32. WebGPU gave a wrong answer.',
    );
    expect(engineWords('InterNet-Lite', { ...state, threads: 1 })).toContain('1 thread,');
  });

  test('counts restarts', () => {
    expect(engineWords('InterNet-Lite', { ...WEBGPU, restarts: 1 })).toMatch(/Restarted once\.$/);
    expect(engineWords('InterNet-Lite', { ...WEBGPU, restarts: 2 })).toMatch(
      /Restarted 2 times\.$/,
    );
  });
});

test('costWords says where the time went', () => {
  const cost = { cropMs: 0.42, networkMs: 21.3, decodeMs: 1.2, dispatches: 2, bytesReadBack: 700 };
  expect(costWords(cost)).toBe('Crop 0.4 ms · network 21 ms · decode 1.2 ms');
});
