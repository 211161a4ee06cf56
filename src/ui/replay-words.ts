import type { RecordingFile } from '../streams/recording-file.ts';
import { beganWords, durationWords, framesWords } from './record-words.ts';

/** What is replayed: "camera · 21 Nov 2026, 12:03 · 0:34 · 1,020 frames · InterNet-Lite". */
export function replayWords({ header, durationMs, index, truncated }: RecordingFile): string {
  const { source, createdAt, estimator } = header;
  const words = [
    source.name ?? source.kind,
    beganWords(createdAt),
    durationWords(durationMs),
    framesWords(index.count),
    estimator.id,
  ].join(' · ');
  return truncated ? `${words}. It was cut off; these are all its whole frames.` : words;
}

/** Why the smoothing can, or cannot, be changed. */
export function resmoothingWords({ hasRaw }: Pick<RecordingFile, 'hasRaw'>): string {
  return hasRaw
    ? 'Its unsmoothed joints were recorded too: they can be smoothed anew, and saved.'
    : 'Only recordings of the unsmoothed joints too can be smoothed anew.';
}

/**
 * The name of what a replay is saved as: walk.ndjson gives walk.csv, and smoothed anew
 * walk-smoothed.csv.
 */
export function replayFileName(name: string, smoothedAnew: boolean, ending: string): string {
  const bare = name.replace(/\.(?:ndjson|jsonl?)$/i, '');
  return `${bare}${smoothedAnew ? '-smoothed' : ''}${ending}`;
}
