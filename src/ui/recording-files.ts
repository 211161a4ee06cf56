import type { StoredRecording } from '../workers/recording-facts.ts';
import type { RecordingShelf } from '../workers/recording-shelf.ts';
import { POSE_STREAM_FILE, VIDEO_FILE, type FileKind } from './record-save.ts';
import { recordingFileName } from './record-words.ts';

/** A kept recording's lines as a file with a name. @throws as RecordingShelf.open */
export async function linesOf(shelf: RecordingShelf, recording: StoredRecording): Promise<File> {
  return named(await shelf.open(recording), recording, POSE_STREAM_FILE);
}

/** The video beside it, where there is one. @throws as RecordingShelf.open */
export async function videoOf(
  shelf: RecordingShelf,
  recording: StoredRecording,
): Promise<File | null> {
  const video = await shelf.openVideo(recording);
  return video && named(video, recording, VIDEO_FILE);
}

function named(file: Blob, { createdAt }: StoredRecording, { ending }: FileKind): File {
  return new File([file], recordingFileName(createdAt, ending), { type: file.type });
}
