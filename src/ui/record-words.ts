import type { BrokenBy } from '../streams/recorder-continuity.ts';
import type { VideoEnd } from '../streams/recorder-video.ts';
import type { RecorderEnd } from '../streams/recorder.ts';
import { failureReason } from '../workers/failure-reason.ts';
import type { StoredRecording } from '../workers/recording-facts.ts';
import type { ProblemText } from './describe-problem.ts';
import { describeError } from './describe-error.ts';
import { sizeWords } from './model-words.ts';

/** "0:34", "1:02:03". */
export function durationWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${twoDigits(m)}:${twoDigits(s)}` : `${m}:${twoDigits(s)}`;
}

/** "1,020 frames". */
export function framesWords(frames: number): string {
  return frames === 1 ? '1 frame' : `${frames.toLocaleString('en-GB')} frames`;
}

/** As sizeWords, but for recordings, which begin small. */
export function growingSizeWords(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : sizeWords(bytes);
}

/** "synthetic hands · 0:34 · 1,020 frames · 2.6 MB · video 12 MB". */
export function recordingWords(recording: StoredRecording): string {
  const { sourceName, durationMs, frames, bytes, videoBytes } = recording;
  const length = frames > 0 ? [durationWords(durationMs), framesWords(frames)] : [];
  const video = videoBytes > 0 ? [`video ${growingSizeWords(videoBytes)}`] : [];
  return [sourceName, ...length, growingSizeWords(bytes), ...video].join(' · ');
}

/** When it began: "21 Nov 2026, 12:03". */
export function beganWords(createdAt: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Date(createdAt).toLocaleString('en-GB', options);
}

/** How long recordings stay. @param lasts whether the browser promised to clear none by itself */
export function keptWords(lasts: boolean): string {
  const until = 'Recordings stay in this browser until you delete them';
  return lasts ? `${until}.` : `${until}, or until its disk is nearly full: save what matters.`;
}

/** Named by when it began, in local time: handstream-2026-11-21-12-03-07.ndjson. */
export function recordingFileName(createdAt: string, ending: string): string {
  const local = new Date(createdAt).toLocaleString('sv-SE').replace(/\D+/g, '-');
  return `handstream-${local}${ending}`;
}

const BROKEN_BY: Readonly<Record<BrokenBy, string>> = {
  time: 'the source began again, or went back',
  size: 'the picture has another size',
  camera: 'the field of view was changed',
  estimator: 'something else finds the joints now',
  smoothing: 'the smoothing was changed',
};

/** Why a recording ended though nobody stopped it, where that is no fault. */
export function endedWords(by: BrokenBy | 'source'): string {
  const because = by === 'source' ? 'its source ended' : BROKEN_BY[by];
  return `The recording ended: ${because}. It is kept under Recordings.`;
}

/** Why a recording broke off. */
export function describeBreak(end: Exclude<RecorderEnd, { type: 'broken' }>): ProblemText {
  const kept = 'What was recorded until then is kept under Recordings: save it.';
  if (end.type === 'failed') {
    const { what } = describeError(end.error);
    return { what: `The recording broke off. ${what}`, todo: kept };
  }
  return end.problem.type === 'storage-full'
    ? {
        what: 'The recording ended: the disk, or the browser’s share of it, is full.',
        todo: `${kept} Then delete recordings or models that you no longer need.`,
      }
    : {
        what: `The recording broke off: ${'reason' in end.problem ? end.problem.reason : end.problem.type}`,
        todo: kept,
      };
}

/** Why a recording has no video, or none to its end. */
export function describeVideoEnd(end: VideoEnd): ProblemText {
  const todo = 'The joints are all there, in the recording under Recordings.';
  switch (end.type) {
    case 'no-encoder':
      return { what: 'There is no video: this browser cannot encode one.', todo };
    case 'storage':
      return {
        what: 'The video broke off: the disk, or the browser’s share of it, is full.',
        todo,
      };
    case 'failed':
      return { what: `The video broke off. ${describeError(end.error).what}`, todo };
    default:
      return end satisfies never;
  }
}

/** Why the page cannot tell of some recordings what they hold. */
export function describeUnrecovered(failures: readonly unknown[]): ProblemText {
  const which = failures.length === 1 ? 'A recording' : `${failures.length} recordings`;
  return {
    what: `${which} in this browser could not be looked at: ${failureReason(failures[0])}.`,
    todo: 'Nothing was deleted. Reload the page to try again.',
  };
}
