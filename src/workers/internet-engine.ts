import type { BoundingBox } from '../hands/bounding-box.ts';
import type { PerHand } from '../hands/hand-side.ts';
import type { PosePrior } from '../hands/pose-prior.ts';
import type { Vec3 } from '../hands/vectors.ts';
import type { InternetContract } from '../models/internet-contract.ts';

/** One hand in one crop. */
export interface CropHand {
  /** 21 joints, public order: [x, y px of the crop (pixel i at i), z mm relative to its own wrist]. */
  readonly joints: readonly Vec3[];
  /** Confidence of each joint, 0..1. */
  readonly scores: readonly number[];
}

/** What InterNet says about one crop. */
export interface CropInference {
  /** Probability that the hand is there, 0..1. */
  readonly handedness: PerHand<number>;
  /** Hands whose handedness reaches the gate; of the others nothing more was computed. */
  readonly hands: PerHand<CropHand | null>;
  /** Left root depth minus right root depth, mm; means something only where both hands are there. */
  readonly relativeDepthMm: number;
}

/** What a network is told besides the crops. */
export interface InferOptions {
  /** A hand less probable than this costs nothing further, 0..1. */
  readonly gate: number;
  /** 'refined' (default): sub-voxel; 'official' | 'mmpose': integer arg-max with that code's ties. */
  readonly decode?: 'refined' | 'official' | 'mmpose';
  /** What each crop is told to expect, one a box, where the network takes a prior; default: nothing. */
  readonly priors?: readonly PosePrior[];
}

/** Where one inference's time went, ms, and what it moved. */
export interface InferenceCost {
  readonly cropMs: number;
  readonly networkMs: number;
  readonly decodeMs: number;
  /** Of our own compute kernels (crop and decode); 0 on WASM. */
  readonly dispatches: number;
  /** From the GPU to JavaScript; 0 on WASM. */
  readonly bytesReadBack: number;
}

/** What one call of a network gave. */
export interface Inference {
  /** One a crop, in the order asked. */
  readonly crops: readonly CropInference[];
  readonly cost: InferenceCost;
}

/** How an InterNet runs, for the page to show. */
export interface EngineState {
  readonly backend: 'webgpu' | 'wasm';
  readonly precision: 'fp32' | 'fp16';
  /** The GPU's name as WebGPU gives it; null on WASM. */
  readonly adapter: string | null;
  /** WebAssembly threads; 1 where the page is not cross-origin isolated. */
  readonly threads: number;
  /** Why it does not run on what was asked for, as a sentence; null where it does. */
  readonly fallback: string | null;
  /** How often its worker was opened anew. */
  readonly restarts: number;
}

/** An InterNet in its own worker, warm. Whoever opened it disposes it; that ends the worker. */
export interface InternetEngine extends Disposable {
  readonly contract: InternetContract;
  readonly state: EngineState;
  /**
   * Cuts the crops out of the picture and runs them as one batch.
   * @param image lent: the engine clones what it keeps
   * @param boxes squares, px of the picture; black past its border; none: no crops, no cost
   * @throws WorkerFailure when the worker died or hung (it is restarted for the next call),
   *   InternetFailure when it could not be kept alive
   */
  infer(
    image: VideoFrame,
    boxes: readonly BoundingBox[],
    options: InferOptions,
  ): Promise<Inference>;
}
