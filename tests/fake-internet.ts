import type { InternetContract } from '../src/models/internet-contract.ts';
import type { CheckUpAnswer } from '../src/workers/internet-check-up.ts';
import { CHECK_UP_PICTURE } from '../src/workers/check-up-picture.ts';
import type { Inference } from '../src/workers/internet-engine.ts';
import type { RunnerOptions, StartOutcome, StartProgress } from '../src/workers/internet-runner.ts';
import { FakeWorker } from './fake-worker.ts';

/** How the fake workers of an InterNet behave; the rest goes well. */
export interface InternetBehaviour {
  readonly start?: (options: RunnerOptions) => StartOutcome;
  readonly infer?: () => unknown;
}

export const INFERENCE: Inference = {
  crops: [
    {
      handedness: { right: 0.9, left: 0.1 },
      hands: { right: null, left: null },
      relativeDepthMm: 7,
    },
  ],
  cost: { cropMs: 1, networkMs: 2, decodeMs: 3, dispatches: 3, bytesReadBack: 12 },
};

/** An answer to the check-up with one clear joint a hand. */
export function answerOf(heatmapValue: number): CheckUpAnswer {
  const hand = { joints: [[10, 20, 30]] as const, scores: [0.5] };
  return {
    picture: CHECK_UP_PICTURE,
    inference: {
      handedness: { right: 0.9, left: 0.2 },
      hands: { right: hand, left: hand },
      relativeDepthMm: 12,
    },
    samples: [heatmapValue, -1],
    margins: { right: [90], left: [90] },
  };
}

/** What a file of the official code promises that says nothing of itself. */
export const OFFICIAL_CONTRACT: InternetContract = {
  variant: 'official',
  inputSize: 256,
  heatmapSize: [64, 64, 64],
  jointOrder: 'interhand',
  depthExtentMm: 400,
  prior: null,
  precision: 'fp32',
  licence: '',
  source: '',
};

/** How a worker starts where all goes well. */
export function started(
  { backend, precision }: RunnerOptions,
  checkUp = answerOf(100),
): StartOutcome {
  return {
    ok: true,
    state: {
      contract: OFFICIAL_CONTRACT,
      precision: precision === 'fp16' ? 'fp16' : 'fp32',
      adapter: backend === 'webgpu' ? 'acme gpu' : null,
      threads: 1,
      checkUp,
    },
  };
}

/** A callback as it comes through Comlink. */
type Lent<Call extends (...args: never[]) => void> = (...args: Parameters<Call>) => Promise<void>;

/** Makes workers of an InterNet and remembers them, with the options each was started with. */
export function internetWorkers(behaviour: InternetBehaviour = {}) {
  const made: FakeWorker[] = [];
  const starts: RunnerOptions[] = [];
  const create = () => {
    const worker = new FakeWorker({
      start: async (given: RunnerOptions, onProgress: Lent<StartProgress>) => {
        starts.push(given);
        await onProgress(0.6, 'warming up');
        return behaviour.start?.(given) ?? started(given);
      },
      infer: () => behaviour.infer?.() ?? INFERENCE,
    });
    made.push(worker);
    return worker;
  };
  return { made, starts, create };
}
