import type { BoundingBox } from '../hands/bounding-box.ts';
import type { CheckUpAnswer } from './internet-check-up.ts';
import type { Inference, InferOptions } from './internet-engine.ts';

/** An InterNet on the processor it runs on, inside the worker. */
export interface InternetBackend {
  readonly precision: 'fp32' | 'fp16';
  /** The GPU's name; null on the CPU. */
  readonly adapter: string | null;
  readonly threads: number;
  /**
   * @param frame lent
   * @param boxes at least one
   */
  infer(
    frame: VideoFrame,
    boxes: readonly BoundingBox[],
    options: InferOptions,
  ): Promise<Inference>;
  /** What it says about the check-up's picture. */
  checkUp(): Promise<CheckUpAnswer>;
}
