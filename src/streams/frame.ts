import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { GroundTruth } from '../hands/ground-truth.ts';
import type { PoseFrame } from '../hands/pose-frame.ts';

/** What a Frame is made of. */
export interface FrameContent {
  /** The picture; the Frame owns it from now on. */
  readonly image: VideoFrame;
  /** Counts emitted frames from 0. */
  readonly index: number;
  /** ms since the source's first frame, by the source's own clock. */
  readonly timeMs: number;
  /** Pictures of the source that were left out since the last Frame, as far as it can tell. */
  readonly skipped?: number;
  /** The camera that took it, where the source knows it (synthetic). */
  readonly camera?: CameraIntrinsics;
  readonly truth?: GroundTruth;
  /** The hands that were recorded with it (replay); its index and time are then theirs. */
  readonly recorded?: PoseFrame;
}

/**
 * One picture on its way through the pipeline. It owns its VideoFrame: whoever holds the Frame
 * disposes it or hands it on, and disposing it twice is harmless. A source emits its next Frame
 * only after `released` has resolved, so a busy pipeline drops ticks and never frames.
 */
export class Frame implements Disposable {
  readonly image: VideoFrame;
  readonly index: number;
  readonly timeMs: number;
  readonly skipped: number;
  readonly camera: CameraIntrinsics | undefined;
  readonly truth: GroundTruth | undefined;
  readonly recorded: PoseFrame | undefined;
  /** Resolves when the Frame has been disposed. */
  readonly released: Promise<void>;
  #release!: () => void;

  constructor({ image, index, timeMs, skipped = 0, camera, truth, recorded }: FrameContent) {
    this.image = image;
    this.index = index;
    this.timeMs = timeMs;
    this.skipped = skipped;
    this.camera = camera;
    this.truth = truth;
    this.recorded = recorded;
    this.released = new Promise((resolve) => (this.#release = resolve));
  }

  /** Closes the picture and lets the source go on. */
  [Symbol.dispose](): void {
    this.image.close();
    this.#release();
  }
}
