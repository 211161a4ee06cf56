import { writeToPlace } from '../workers/write-to-place.ts';

/** A kind of file, as the browser's dialog for places offers it. */
export interface FileKind {
  readonly description: string;
  /** What its files' names end in, as `.csv`. */
  readonly ending: string;
  readonly mediaType: string;
}

export const POSE_STREAM_FILE: FileKind = {
  description: 'Pose stream',
  ending: '.ndjson',
  mediaType: 'application/x-ndjson',
};
export const VIDEO_FILE: FileKind = {
  description: 'Video',
  ending: '.webm',
  mediaType: 'video/webm',
};

/** How long a download may take to begin, ms; what has begun needs the address no more. */
const ADDRESS_LASTS_MS = 60_000;

/** Whether this browser can ask for a place. */
export function canAskForPlace(): boolean {
  return window.showSaveFilePicker !== undefined;
}

/**
 * Lets the user choose a place for a file; a browser wants his key or click just before.
 * @returns null where he chose none
 */
export async function askForPlace(
  suggestedName: string,
  { description, ending, mediaType }: FileKind,
): Promise<FileSystemFileHandle | null> {
  // Systems know files by their last ending only.
  const accept = { [mediaType]: [ending.slice(ending.lastIndexOf('.'))] };
  try {
    const types = [{ description, accept }];
    return (await window.showSaveFilePicker?.({ suggestedName, types })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/**
 * Lets the user choose a place and copies the file there.
 * @returns false where he chose none
 * @throws ExportFailure where that place cannot be written
 */
export async function saveToPlace(file: Blob, name: string, kind: FileKind): Promise<boolean> {
  const place = await askForPlace(name, kind);
  if (!place) return false;
  await writeToPlace(place, [file]);
  return true;
}

/** Gives the user the file as a download, which the browser reads from its disk. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_LASTS_MS);
}
