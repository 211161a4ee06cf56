import { DetectorFailure } from './detector-failure.ts';
import type { DetectorOptions } from './detector-options.ts';
import { preferredDelegate, webglRenderer } from './software-gpu.ts';
import { WorkerDetector } from './worker-detector.ts';
import { WorkerFailure, type OwnedWorker } from './worker-handle.ts';

/** Scores are probabilities, 0..1. */
export interface OpenDetectorOptions {
  /** 'auto' (default): GPU where WebGL has a real one, else CPU. */
  readonly delegate?: 'auto' | 'CPU' | 'GPU';
  readonly mode?: DetectorOptions['mode'];
  readonly numHands?: number;
  readonly minDetectionScore?: number;
  readonly minPresenceScore?: number;
  readonly minTrackingScore?: number;
  /** Called with the fraction of the way to a warm detector, 0..1, never falling. */
  readonly onProgress?: (fraction: number) => void;
  /** @internal For tests. */
  readonly createWorker?: () => OwnedWorker;
}

/**
 * Opens a detector in its own worker and warms it up; whoever calls this disposes it. A GPU on which
 * it does not start, or fails on the first picture, is replaced by the CPU.
 * @throws DetectorFailure where a file cannot be had or the browser cannot run it
 */
export async function openDetector({
  delegate = 'auto',
  mode = 'video',
  numHands = 2,
  minDetectionScore = 0.5,
  minPresenceScore = 0.5,
  minTrackingScore = 0.5,
  onProgress = () => {},
  createWorker = detectorWorker,
}: OpenDetectorOptions = {}): Promise<WorkerDetector> {
  const scores = { minDetectionScore, minPresenceScore, minTrackingScore };
  const open = async (chosen: 'CPU' | 'GPU') => {
    const detector = new WorkerDetector(
      { delegate: chosen, mode, numHands, ...scores },
      createWorker,
    );
    try {
      await detector.open(report);
      return detector;
    } catch (error) {
      detector[Symbol.dispose]();
      throw error;
    }
  };
  let furthest = 0;
  const report = (fraction: number) => {
    if (fraction <= furthest) return;
    furthest = fraction;
    onProgress(fraction);
  };

  const renderer = createWorker === detectorWorker ? webglRenderer() : '';
  if (renderer === null) {
    throw new DetectorFailure({ type: 'no-webgl' });
  }
  const chosen = delegate === 'auto' ? preferredDelegate(renderer) : delegate;
  try {
    return await open(chosen).catch((error: unknown) => {
      if (chosen === 'CPU' || isLoadFailure(error)) throw error;
      return open('CPU');
    });
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    throw new DetectorFailure({ type: 'detector-start-failed', reason: error.message });
  }
}

function isLoadFailure(error: unknown): boolean {
  return error instanceof DetectorFailure && error.problem.type === 'detector-load-failed';
}

function detectorWorker(): Worker {
  return new Worker(new URL('./detector.worker.ts', import.meta.url), {
    type: 'module',
    name: 'detector',
  });
}
