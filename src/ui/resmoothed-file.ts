import { bufferCount, fromEvent, lastValueFrom, map, takeUntil, tap, toArray } from 'rxjs';
import type { RecordingFile } from '../streams/recording-file.ts';
import type { ReplaySmoothing } from '../streams/replay-shown.ts';
import { resmoothedLines } from '../streams/resmoothed-lines.ts';

/** Lines that go to the browser's blob store together, out of the page's memory. */
const BATCH = 1000;

export interface ResmoothedFileOptions {
  /** Told how much is done, 0..1. */
  readonly onProgress: (fraction: number) => void;
  readonly signal: AbortSignal;
}

/**
 * A recording smoothed anew, as a file of the same name.
 * @throws what a frame failed with; the signal's reason
 */
export async function resmoothedFile(
  recording: RecordingFile,
  smoothing: ReplaySmoothing,
  { onProgress, signal }: ResmoothedFileOptions,
): Promise<File> {
  const lines = recording.index.count + 1;
  let done = 0;
  const parts = resmoothedLines(recording, smoothing).pipe(
    bufferCount(BATCH),
    tap(({ length }) => onProgress((done += length) / lines)),
    map((batch) => new Blob([batch.map((line) => `${line}\n`).join('')])),
    toArray(),
    takeUntil(fromEvent(signal, 'abort')),
  );
  const whole = await lastValueFrom(parts, { defaultValue: [] });
  signal.throwIfAborted();
  return new File(whole, recording.name);
}
