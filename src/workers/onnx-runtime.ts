import type * as OnnxRuntime from 'onnxruntime-web';
import asyncifyMjs from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import asyncifyWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import plainMjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import plainWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

/** ONNX Runtime, whichever build. */
export type Ort = typeof OnnxRuntime;

/** More threads than this gain little on the networks here, and take the page's cores. */
const MAX_THREADS = 8;

/** Loads ONNX Runtime's build for the GPU (native WebGPU provider, 27 MB) or the CPU (14 MB). */
export async function loadOrt(backend: 'webgpu' | 'wasm'): Promise<Ort> {
  const ort =
    backend === 'webgpu'
      ? await import('onnxruntime-web/webgpu')
      : await import('onnxruntime-web/wasm');
  // Files of their own: ONNX Runtime's threads would else load this worker's script.
  ort.env.wasm.wasmPaths =
    backend === 'webgpu'
      ? { mjs: absolute(asyncifyMjs), wasm: absolute(asyncifyWasm) }
      : { mjs: absolute(plainMjs), wasm: absolute(plainWasm) };
  ort.env.wasm.numThreads = backend === 'wasm' ? availableThreads() : 1;
  return ort;
}

/** WebAssembly threads need shared memory, which only cross-origin isolated pages are given. */
function availableThreads(): number {
  return crossOriginIsolated ? Math.min(navigator.hardwareConcurrency, MAX_THREADS) : 1;
}

function absolute(url: string): string {
  return new URL(url, import.meta.url).href;
}
