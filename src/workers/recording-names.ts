/** The file that a recording grows in. */
export function linesFile(id: string): string {
  return `${id}.ndjson`;
}

/** The video beside it, where there is one. */
export function videoFile(id: string): string {
  return `${id}.webm`;
}

/** What is known of a recording that is not written any more. */
export function entryFile(id: string): string {
  return `${id}.json`;
}

/** The recording that a file holds; null where it holds none. */
export function idOfLines(name: string): string | null {
  return name.endsWith('.ndjson') ? name.slice(0, -'.ndjson'.length) : null;
}

/** The Web Lock that is held while a recording is written: it dies with whoever writes. */
export function writingLock(id: string): string {
  return `handstream.recording.${id}`;
}
