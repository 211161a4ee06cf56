import type { HandDetection } from '../hands/hand-detection.ts';

/**
 * Finds hands in frames. Whoever opened it disposes it; that ends its worker.
 * Detections come best first.
 */
export interface HandDetector extends Disposable {
  readonly delegate: 'CPU' | 'GPU';
  /**
   * @param image lent: the detector clones what it keeps; the caller still owns and closes it
   * @param timeMs the frame's time; a time that is not later than the last one starts a fresh track
   * @throws WorkerFailure when the worker died or hung (it is restarted for the next call)
   */
  detect(image: VideoFrame, timeMs: number): Promise<readonly HandDetection[]>;
}
