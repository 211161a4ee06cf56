import type { CameraIntrinsics } from '../hands/camera-intrinsics.ts';
import type { GroundTruth } from '../hands/ground-truth.ts';
import type { PoseEstimate } from '../hands/hand-estimate.ts';
import { PoseMetrics } from '../hands/pose-metrics.ts';
import { frameOutcome, type FrameOutcome } from './frame-outcome.ts';
import { scoreEstimate } from './score-estimate.ts';

/** How well sequences were followed; null where no frame says anything. */
export interface SequenceReport {
  readonly frames: number;
  /** Mean of the joints' mean errors, mm, with the true root depths. */
  readonly mpjpe: { readonly single: number | null; readonly interacting: number | null };
  /** mm; frames where both hands are there, found, and the depth between them is told. */
  readonly mrrpe: number | null;
  /** Share of frames whose both handedness flags are right. */
  readonly aph: number | null;
  /** PCK@0.2 over all joints of hands that are there, found or not. */
  readonly pck: number | null;
  /** Share of frames with hands taken for each other, and the longest time that lasted, ms. */
  readonly swapped: number | null;
  readonly longestSwapMs: number;
  /** Share of the frames with hands in which all of them were found. */
  readonly allFound: number | null;
}

/**
 * Gathers sequences, frame by frame. Its measures are those of training/lite/metrics.py, which the
 * same predictions in both must show.
 */
export class SequenceMetrics {
  readonly #poses = new PoseMetrics({ convention: 'official', joints: 'each' });
  readonly #outcomes: FrameOutcome[] = [];
  #swappedMs = 0;
  #longestSwapMs = 0;

  /** A swap does not last from one sequence into the next. */
  beginSequence(): void {
    this.#swappedMs = 0;
  }

  /** @param durationMs how long the frame is seen */
  add(
    estimate: PoseEstimate,
    truth: GroundTruth,
    camera: CameraIntrinsics,
    durationMs: number,
  ): void {
    const sample = scoreEstimate(estimate, truth, camera);
    if (sample) this.#poses.add(sample);
    const outcome = frameOutcome(estimate, truth);
    this.#outcomes.push(outcome);
    this.#swappedMs = outcome.swapped ? this.#swappedMs + durationMs : 0;
    this.#longestSwapMs = Math.max(this.#longestSwapMs, this.#swappedMs);
  }

  report(): SequenceReport {
    const { mpjpe, mrrpe } = this.#poses.report();
    const all = this.#outcomes;
    const withHands = all.filter(({ hands }) => hands > 0);
    return {
      frames: all.length,
      mpjpe: { single: mpjpe.single, interacting: mpjpe.interacting },
      mrrpe,
      aph: share(all, ({ sidesRight }) => sidesRight),
      pck: ratio(total(all, 'jointsWithin'), total(all, 'joints')),
      swapped: share(all, ({ swapped }) => swapped),
      longestSwapMs: this.#longestSwapMs,
      allFound: share(withHands, ({ hands, handsFound }) => handsFound === hands),
    };
  }
}

function total(outcomes: readonly FrameOutcome[], count: 'joints' | 'jointsWithin'): number {
  return outcomes.reduce((sum, outcome) => sum + outcome[count], 0);
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
  return ratio(items.filter(holds).length, items.length);
}

function ratio(part: number, of: number): number | null {
  return of > 0 ? part / of : null;
}
