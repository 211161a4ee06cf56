/** How long a download may take to begin, ms; what has begun needs the address no more. */
const ADDRESS_LASTS_MS = 60_000;

const POSE_STREAM = {
  description: 'Pose stream',
  accept: { 'application/x-ndjson': ['.ndjson'] },
};
const VIDEO = { description: 'Video', accept: { 'video/webm': ['.webm'] } };

/** Whether this browser can ask for a place. */
export function canAskForPlace(): boolean {
  return window.showSaveFilePicker !== undefined;
}

/**
 * Lets the user choose a place and copies the file there, piece by piece.
 * @returns false where the user chose none
 * @throws DOMException where that place cannot be written
 */
export async function saveToPlace(file: Blob, name: string): Promise<boolean> {
  const handle = await askForPlace(name);
  if (!handle) return false;
  // Ends the copy, too: whole, or as if it had never begun.
  await file.stream().pipeTo(await handle.createWritable());
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

async function askForPlace(suggestedName: string): Promise<FileSystemFileHandle | null> {
  const type = suggestedName.endsWith('.webm') ? VIDEO : POSE_STREAM;
  try {
    return (await window.showSaveFilePicker?.({ suggestedName, types: [type] })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
