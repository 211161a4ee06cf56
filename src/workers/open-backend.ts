import type { InferenceSession } from 'onnxruntime-web';
import type { PerHand } from '../hands/hand-side.ts';
import type { ByteSource } from '../models/byte-source.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import { readInternetParts, type InternetParts } from '../models/read-internet-parts.ts';
import { adapterName } from './adapter-name.ts';
import { gpuTensors } from './gpu-tensors.ts';
import { gpuOn } from './gpu.ts';
import type { InternetBackend } from './internet-backend.ts';
import { InternetNetwork, type NetworkSessions } from './internet-network.ts';
import { loadOrt, type Ort } from './onnx-runtime.ts';
import { isSoftwareRenderer } from './software-gpu.ts';
import { WasmBackend } from './wasm-backend.ts';
import { wasmTensors } from './wasm-tensors.ts';
import { WebGpuBackend } from './webgpu-backend.ts';

export interface BackendOptions {
  readonly backend: 'webgpu' | 'wasm';
  /** 'auto' and 'fp16': fp16 on a GPU that has it (shader-f16). WebAssembly runs fp32. */
  readonly precision: 'auto' | 'fp32' | 'fp16';
  /** Also take a GPU that the CPU imitates: right, and slower than WebAssembly. */
  readonly softwareGpu: boolean;
}

export interface OpenedBackend {
  readonly backend: InternetBackend;
  readonly contract: InternetContract;
}

/**
 * Opens an InterNet here and now; what it takes is freed when the worker ends.
 * @throws ModelFailure, or Error that says why it cannot run here
 */
export function openBackend(source: ByteSource, options: BackendOptions): Promise<OpenedBackend> {
  return options.backend === 'webgpu' ? openWebGpu(source, options) : openWasm(source);
}

async function openWasm(source: ByteSource): Promise<OpenedBackend> {
  const parts = await readInternetParts(source, { precision: 'fp32' });
  if (parts.contract.precision === 'fp16') {
    throw new Error('its half-precision numbers cannot be widened, as WebAssembly needs them');
  }
  const ort = await loadOrt('wasm');
  const sessions = await openSessions(ort, parts, { executionProviders: ['wasm'] });
  const network = new InternetNetwork(sessions, wasmTensors(ort));
  return { backend: new WasmBackend(ort, network, parts.contract), contract: parts.contract };
}

async function openWebGpu(
  source: ByteSource,
  { precision, softwareGpu }: BackendOptions,
): Promise<OpenedBackend> {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) throw new Error('this browser gives no GPU');
  const name = adapterName(adapter.info);
  if (!softwareGpu && isSoftwareRenderer(name)) {
    throw new Error(`the only GPU is a software one (${name}), which is slower`);
  }
  const halves = precision !== 'fp32' && adapter.features.has('shader-f16');
  const parts = await readInternetParts(source, { precision: halves ? 'fp16' : 'fp32' });
  const ort = await loadOrt('webgpu');
  const sessions = await openSessions(ort, parts, {
    executionProviders: ['webgpu'],
    preferredOutputLocation: 'gpu-buffer',
  });
  // There once the first session is.
  const device = await ort.env.webgpu.device;
  // ONNX Runtime does not come back from that; a worker that fails so is replaced.
  void device.lost.then(({ message }) => reportError(new Error(`the GPU was lost: ${message}`)));
  const gpu = gpuOn(device);
  const network = new InternetNetwork(sessions, gpuTensors(ort, gpu));
  return {
    backend: new WebGpuBackend(ort, gpu, network, parts.contract),
    contract: parts.contract,
  };
}

async function openSessions(
  ort: Ort,
  { trunk, heads }: InternetParts,
  options: InferenceSession.SessionOptions,
): Promise<NetworkSessions> {
  const open = (part: Uint8Array) => ort.InferenceSession.create(part, options);
  // One after the other: ONNX Runtime for WebGPU does nothing else while it creates one.
  const shared = await open(trunk);
  const byHand: PerHand<InferenceSession> | null = heads && {
    right: await open(heads.right),
    left: await open(heads.left),
  };
  return { trunk: shared, heads: byHand };
}
