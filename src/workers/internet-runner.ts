import { releaseProxy } from 'comlink';
import type { BoundingBox } from '../hands/bounding-box.ts';
import { blobSource } from '../models/byte-source.ts';
import type { InternetContract } from '../models/internet-contract.ts';
import { ModelFailure } from '../models/model-failure.ts';
import { CHECK_UP_BOX, checkUpFrame } from './check-up-picture.ts';
import type { InternetBackend } from './internet-backend.ts';
import type { CheckUpAnswer } from './internet-check-up.ts';
import type { Inference, InferOptions } from './internet-engine.ts';
import { openBackend, type BackendOptions } from './open-backend.ts';
import type { Progress } from './progress.ts';
import { isSoftwareRenderer } from './software-gpu.ts';

/** What is to be run, and how. */
export interface RunnerOptions extends BackendOptions {
  /** A contract ONNX (design.md section 5). */
  readonly model: Blob;
  readonly name: string;
}

/** What came up. */
export interface RunnerState {
  readonly contract: InternetContract;
  readonly precision: 'fp32' | 'fp16';
  /** The GPU's name; null on WebAssembly. */
  readonly adapter: string | null;
  readonly threads: number;
  /** What it said about the check-up's picture, which warmed it up. */
  readonly checkUp: CheckUpAnswer;
}

/** An expected failure, as data: of an error only name and message would cross to the page. */
export type StartOutcome =
  | { readonly ok: true; readonly state: RunnerState }
  /** The file is at fault: it runs nowhere. */
  | { readonly ok: false; readonly type: 'model-refused'; readonly reason: string }
  | { readonly ok: false; readonly type: 'start-failed'; readonly reason: string };

/** Released by the one it was lent to. */
export type StartProgress = Progress & {
  [releaseProxy]?: () => void;
};

/** An InterNet behind its worker: `start`, then `infer`, each after the one before. */
export class InternetRunner {
  #backend: InternetBackend | null = null;

  /** Opens the model and runs it, so that the first frame finds everything compiled. */
  async start(
    { model, name, ...options }: RunnerOptions,
    onProgress: StartProgress,
  ): Promise<StartOutcome> {
    try {
      onProgress(0, 'opening the network');
      const { backend, contract } = await openBackend(blobSource(model, name), options);
      onProgress(0.6, 'warming up');
      const checkUp = await backend.checkUp();
      await compileForTwoCrops(backend);
      this.#backend = backend;
      const { precision, adapter, threads } = backend;
      return { ok: true, state: { contract, precision, adapter, threads, checkUp } };
    } catch (error) {
      const type = error instanceof ModelFailure ? 'model-refused' : 'start-failed';
      return { ok: false, type, reason: error instanceof Error ? error.message : String(error) };
    } finally {
      // Comlink opens a port for each callback it is sent.
      onProgress[releaseProxy]?.();
    }
  }

  /** @param frame given: closed here, whatever happens */
  async infer(
    frame: VideoFrame,
    boxes: readonly BoundingBox[],
    options: InferOptions,
  ): Promise<Inference> {
    try {
      if (!this.#backend) throw new Error('infer before start');
      return await this.#backend.infer(frame, boxes, options);
    } finally {
      frame.close();
    }
  }
}

/** GPUs may compile for each batch size: the other usual one is a crop for each hand. */
async function compileForTwoCrops(backend: InternetBackend): Promise<void> {
  if (backend.adapter === null || isSoftwareRenderer(backend.adapter)) return;
  const frame = checkUpFrame();
  try {
    await backend.infer(frame, [CHECK_UP_BOX, CHECK_UP_BOX], { gate: 0 });
  } finally {
    frame.close();
  }
}
