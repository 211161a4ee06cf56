import { wrongAnswer, type CheckUpAnswer } from './internet-check-up.ts';
import { CHECK_UP_PICTURE } from './check-up-picture.ts';
import type { InternetEngine } from './internet-engine.ts';
import { failureReason } from './failure-reason.ts';
import { InternetFailure } from './internet-failure.ts';
import type { RunnerOptions } from './internet-runner.ts';
import { WorkerInternet } from './worker-internet.ts';
import { part, rising, type Progress } from './progress.ts';
import { WorkerFailure, type OwnedWorker } from './worker-handle.ts';

/** Which InterNet is opened, and on what. */
export interface OpenInternetOptions {
  /** A contract ONNX (design.md section 5). */
  readonly model: Blob;
  /** The model's name in messages. */
  readonly name: string;
  /**
   * 'auto' (default): WebGPU where there is a real GPU, else WebAssembly; 'webgpu': also on a GPU
   * that the CPU imitates. A GPU that fails or answers wrongly is replaced by WebAssembly.
   */
  readonly backend?: 'auto' | 'webgpu' | 'wasm';
  /** 'auto' (default), 'fp16': fp16 on a GPU that has it, else fp32. */
  readonly precision?: 'auto' | 'fp32' | 'fp16';
  /** What WebAssembly answered to this model's check-up before, so that it is not computed again. */
  readonly knownAnswer?: CheckUpAnswer;
  /** Called with the fraction of the way to a warm network, 0..1, never falling, and what is being done. */
  readonly onProgress?: Progress;
  /** Ends the opening and its workers; rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** @internal For tests. */
  readonly createWorker?: () => OwnedWorker;
}

/** An engine, and WebAssembly's answer to the check-up, to be kept with the model. */
export type OpenedInternet = InternetEngine & { readonly answer: CheckUpAnswer };

/** What every engine that is tried here has in common. */
interface Setup extends Pick<RunnerOptions, 'model' | 'name' | 'precision' | 'softwareGpu'> {
  readonly signal: AbortSignal;
  readonly createWorker: () => OwnedWorker;
}

/**
 * Opens an InterNet in its own worker, warm and checked against WebAssembly; whoever calls this
 * disposes it.
 * @throws InternetFailure where the model is at fault, or WebAssembly cannot run it either
 */
export async function openInternet({
  model,
  name,
  backend = 'auto',
  precision = 'auto',
  knownAnswer,
  onProgress = () => {},
  signal = new AbortController().signal,
  createWorker = internetWorker,
}: OpenInternetOptions): Promise<OpenedInternet> {
  const setup = { model, name, precision, softwareGpu: backend === 'webgpu', signal, createWorker };
  const answer = knownAnswer?.picture === CHECK_UP_PICTURE ? knownAnswer : null;
  const progress = rising(onProgress);
  try {
    if (backend === 'wasm') return await openOnWasm(setup, progress);
    return await openOnGpu(setup, answer, progress).catch((error: unknown) => {
      if (isModelRefused(error)) throw error;
      return openOnWasm(setup, progress, `Not on WebGPU: ${failureReason(error)}.`);
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof WorkerFailure)) throw error;
    const reason = failureReason(error);
    throw new InternetFailure({ type: 'internet-start-failed', name, reason });
  }
}

async function openOnWasm(
  setup: Setup,
  progress: Progress,
  fallback: string | null = null,
): Promise<OpenedInternet> {
  const engine = await openOn('wasm', setup, progress, fallback);
  return withAnswer(engine, engine.checkUp);
}

/**
 * Where it answers wrongly in fp16 it may do better in fp32.
 * @throws whatever keeps the GPU from being used
 */
async function openOnGpu(
  setup: Setup,
  knownAnswer: CheckUpAnswer | null,
  progress: Progress,
  fallback: string | null = null,
): Promise<OpenedInternet> {
  const engine = await openOn('webgpu', setup, part(progress, 0, 0.5), fallback);
  try {
    const answer = knownAnswer ?? (await answerOfWasm(setup, part(progress, 0.5, 1)));
    const { checkUp, contract, state } = engine;
    const wrong = wrongAnswer(checkUp, answer, contract, state.precision);
    if (!wrong) return withAnswer(engine, answer);
    if (state.precision === 'fp32') throw new Error(`the GPU answers wrongly (${wrong})`);
    engine[Symbol.dispose]();
    const reason = `In fp32: the GPU answers wrongly in fp16 (${wrong}).`;
    return await openOnGpu({ ...setup, precision: 'fp32' }, answer, progress, reason);
  } catch (error) {
    engine[Symbol.dispose]();
    throw error;
  }
}

/** In a worker of its own, so that its memory is free again afterwards. */
async function answerOfWasm(setup: Setup, progress: Progress): Promise<CheckUpAnswer> {
  using reference = await openOn('wasm', setup, (fraction) =>
    progress(fraction, 'checking the GPU'),
  );
  return reference.checkUp;
}

async function openOn(
  backend: 'webgpu' | 'wasm',
  { createWorker, signal, ...options }: Setup,
  progress: Progress,
  fallback: string | null = null,
): Promise<WorkerInternet> {
  signal.throwIfAborted();
  const engine = new WorkerInternet({ ...options, backend }, createWorker, fallback);
  const end = () => engine[Symbol.dispose]();
  signal.addEventListener('abort', end);
  try {
    await engine.open(progress);
    return engine;
  } catch (error) {
    end();
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function withAnswer(engine: WorkerInternet, answer: CheckUpAnswer): OpenedInternet {
  return Object.assign(engine, { answer });
}

function isModelRefused(error: unknown): boolean {
  return error instanceof InternetFailure && error.problem.type === 'internet-model-refused';
}

function internetWorker(): Worker {
  return new Worker(new URL('./internet.worker.ts', import.meta.url), {
    type: 'module',
    name: 'internet',
  });
}
