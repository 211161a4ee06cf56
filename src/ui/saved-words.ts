import type { Saved, StoredRecording } from '../workers/recording-facts.ts';
import type { Question } from './ask.ts';
import { beganWords, framesWords } from './record-words.ts';

const STOPPED: Readonly<Record<Saved, string>> = {
  no: 'kept under Recordings',
  downloaded: 'downloaded: check that the file is there',
  yes: 'saved',
};

/** What a deletion leaves the user, by whether he has the file. */
const LEFT: Readonly<Record<Saved, string>> = {
  no: 'It was not saved as a file: it is lost then.',
  downloaded: 'Only the file that you downloaded stays: check that it is there.',
  yes: 'The file you saved stays.',
};
const VIDEO_LEFT: Readonly<Record<Saved, string>> = {
  no: ' Its video was not saved: that is lost then.',
  downloaded: ' Check that its video is there, too.',
  yes: '',
};

/** Says what became of a recording that was stopped. */
export function stoppedWords({ frames }: StoredRecording, saved: Saved): string {
  return `${framesWords(frames)} ${STOPPED[saved]}.`;
}

/** What became of a recording, for its row. */
export function stateWords(recording: StoredRecording): string {
  const { recovered, saved, frames } = recording;
  const video = lacksVideo(recording) ? ', but not its video' : '';
  if (saved === 'yes') return `Saved${video}`;
  if (saved === 'downloaded') return `Downloaded${video}: check that the file is there`;
  if (frames === 0) return 'Cannot be read: save it as it is, or delete it';
  return recovered ? 'Recovered: the page was closed while it was recorded' : 'Not saved yet';
}

/** Whether the user has less than all of a recording. */
export function isUnsaved(recording: StoredRecording): boolean {
  return recording.saved === 'no' || lacksVideo(recording);
}

function lacksVideo({ videoBytes, videoSaved }: StoredRecording): boolean {
  return videoBytes > 0 && videoSaved === 'no';
}

export function deleteQuestion(recording: StoredRecording): Question {
  const { createdAt, saved, videoBytes, videoSaved } = recording;
  const video = videoBytes > 0 ? VIDEO_LEFT[videoSaved] : '';
  return {
    title: `Delete the recording of ${beganWords(createdAt)}?`,
    paragraphs: [`It is deleted from this browser. ${LEFT[saved]}${video}`],
    yes: 'Delete',
    no: 'Keep it',
  };
}
