import type { EngineState, InferenceCost } from '../workers/internet-engine.ts';

/** How a network runs, in sentences that begin with its name. */
export function engineWords(name: string, state: EngineState): string {
  const { fallback, restarts } = state;
  const restarted = restarts === 1 ? 'once' : `${restarts} times`;
  return [
    `${name} runs on ${placeWords(state)}, ${state.precision}.`,
    fallback ?? '',
    restarts > 0 ? `Restarted ${restarted}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Where one inference's time went. */
export function costWords({ cropMs, networkMs, decodeMs }: InferenceCost): string {
  return `Crop ${msWords(cropMs)} · network ${msWords(networkMs)} · decode ${msWords(decodeMs)}`;
}

function placeWords({ backend, adapter, threads }: EngineState): string {
  if (backend === 'webgpu') return adapter ? `WebGPU (${adapter})` : 'WebGPU';
  return `WebAssembly, ${threads === 1 ? '1 thread' : `${threads} threads`}`;
}

function msWords(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}
