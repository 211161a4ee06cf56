import { concat, defer, map, of, type Observable } from 'rxjs';
import { frameLine, headerLine } from '../recording/pose-stream-writer.ts';
import { headerSmoothing } from './pose-stream-lines.ts';
import type { RecordingFile } from './recording-file.ts';
import { createReplayPipeline } from './replay-pipeline.ts';
import type { ReplaySmoothing } from './replay-shown.ts';
import { replaySource } from './replay.ts';

/**
 * A recording's lines anew, with joints smoothed as asked for and its `raw` ones kept: the same
 * frames at the same times, of the same source, by the same estimator. Errors with what a frame
 * failed with: a recording with a hole is none.
 */
export function resmoothedLines(
  recording: RecordingFile,
  smoothing: ReplaySmoothing,
): Observable<string> {
  const { header } = recording;
  const filters = smoothing === 'as-recorded' ? header.smoothing : headerSmoothing(smoothing);
  const onFrameFailed = (error: unknown) => {
    throw error;
  };
  return defer(() => {
    const source = replaySource(recording, { pace: 'every-frame' });
    const frames = createReplayPipeline({ source, smoothing, onFrameFailed });
    const lines = frames.pipe(map((live) => frameLine(live, { raw: true })));
    return concat(of(headerLine({ ...header, smoothing: filters })), lines);
  });
}
