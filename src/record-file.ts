import { bufferCount, concatMap, lastValueFrom, reduce, share } from 'rxjs';
import type { PoseFrame } from './hands/pose-frame.ts';
import { DEFAULT_SMOOTHING } from './hands/smoothing.ts';
import { openRecordEstimator, type RecordModel } from './record-estimator.ts';
import { fileSource } from './streams/file-source.ts';
import { createHandPipeline } from './streams/pipeline.ts';
import { poseStreamLines } from './streams/pose-stream-lines.ts';
import { openDetector } from './workers/open-detector.ts';

/** How a file is recorded, and where its lines go. */
export interface RecordFileOptions {
  /** Default 'auto'. */
  readonly model?: RecordModel;
  /** What the network runs on. Default 'auto': a real GPU, else the CPU. */
  readonly backend?: 'auto' | 'webgpu' | 'wasm';
  /** Writes the unsmoothed joints too. */
  readonly raw: boolean;
  /** Takes lines of the pose stream, in order, each with its line feed. */
  readonly onLines: (lines: string) => Promise<void>;
}

/** What went into a pose stream. */
export interface RecordSummary {
  readonly frames: number;
  readonly framesWithRight: number;
  readonly framesWithLeft: number;
  readonly framesWithAnyHand: number;
}

/** Frames whose lines travel together. */
const BATCH = 30;

/**
 * Runs the pipeline over every frame of a clip or picture: what `npm run record` does, in the page.
 * The same file gives the same lines: each frame is waited for, and the detector starts afresh.
 * @throws SourceFailure, DetectorFailure, InternetFailure, or what a frame failed with: a stream with a hole is none
 */
export async function recordFile(
  file: File,
  { model = 'auto', backend = 'auto', raw, onLines }: RecordFileOptions,
): Promise<RecordSummary> {
  const source = fileSource(file, { pace: 'every-frame' });
  const isPicture = source.kind === 'picture';
  // A picture is a single moment: there is nothing to smooth it with.
  const smoothing = isPicture ? 'off' : DEFAULT_SMOOTHING;
  // Always the CPU: GPUs differ in the last digits.
  using detector = await openDetector({ mode: isPicture ? 'image' : 'video', delegate: 'CPU' });
  using opened = await openRecordEstimator(model, backend);
  const estimator = opened.makeEstimator();
  const failures: unknown[] = [];
  const onFrameFailed = (error: unknown) => void failures.push(error);
  const poseFrames = createHandPipeline({
    source,
    detector,
    estimator,
    smoothing,
    raw,
    onFrameFailed,
  }).pipe(share());
  const { id, backend: runsOn } = estimator;
  const createdAt = new Date();
  const summary = poseFrames.pipe(reduce(count, NOTHING));
  const written = poseFrames.pipe(
    poseStreamLines({
      source,
      estimator: { id, sha256: opened.sha256, backend: runsOn },
      smoothing,
      raw,
      createdAt,
    }),
    bufferCount(BATCH),
    concatMap((lines) => onLines(lines.map((line) => `${line}\n`).join(''))),
  );
  const [counted] = await Promise.all([
    lastValueFrom(summary),
    lastValueFrom(written, { defaultValue: undefined }),
  ]);
  if (failures.length > 0) throw failures[0];
  return counted;
}

const NOTHING: RecordSummary = {
  frames: 0,
  framesWithRight: 0,
  framesWithLeft: 0,
  framesWithAnyHand: 0,
};

function count(summary: RecordSummary, { hands: { right, left } }: PoseFrame): RecordSummary {
  return {
    frames: summary.frames + 1,
    framesWithRight: summary.framesWithRight + (right ? 1 : 0),
    framesWithLeft: summary.framesWithLeft + (left ? 1 : 0),
    framesWithAnyHand: summary.framesWithAnyHand + (right || left ? 1 : 0),
  };
}
