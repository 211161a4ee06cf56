/** What is known of a recording without reading it. */
export interface RecordingFacts {
  /** When it began, ISO 8601. */
  readonly createdAt: string;
  /** What it was taken from, in words. */
  readonly sourceName: string;
  readonly frames: number;
  /** From its first frame to its last, ms. */
  readonly durationMs: number;
  /** Of its whole lines: the file may be longer, where half a line follows. */
  readonly bytes: number;
}

/**
 * What a file of the browser's own storage holds: a recording; 'nothing', or a header at most; or
 * something 'unreadable', in which there is not one whole frame.
 */
export type RecordingRead = RecordingFacts | 'nothing' | 'unreadable';

const SAVED = ['no', 'downloaded', 'yes'] as const;

/** Whether the user has a file. Of a download it cannot be known whether it arrived. */
export type Saved = (typeof SAVED)[number];

/** A recording that the browser keeps; one without frames could not be read, and is kept as it is. */
export interface StoredRecording extends RecordingFacts {
  readonly id: string;
  /** Whether nobody stopped it: its tab or browser ended first. */
  readonly recovered: boolean;
  readonly saved: Saved;
  /** Size of the video beside it; 0: there is none. */
  readonly videoBytes: number;
  readonly videoSaved: Saved;
}

/** What of a recording says whether the user has a file of it. */
export type SavableFile = 'saved' | 'videoSaved';

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';
const isSaved = (value: unknown) => SAVED.some((each) => each === value);

const FIELDS = {
  id: isText,
  createdAt: isText,
  sourceName: isText,
  frames: isNumber,
  durationMs: isNumber,
  bytes: isNumber,
  recovered: (value: unknown) => typeof value === 'boolean',
  saved: isSaved,
  videoBytes: isNumber,
  videoSaved: isSaved,
} satisfies Record<keyof StoredRecording, (value: unknown) => boolean>;

/** Reads what was written down of a recording; null where the text is nothing of that kind. */
export function parseStoredRecording(text: string): StoredRecording | null {
  try {
    const value: unknown = JSON.parse(text);
    return isStoredRecording(value) ? value : null;
  } catch {
    return null;
  }
}

function isStoredRecording(value: unknown): value is StoredRecording {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map(Object.entries(value));
  return Object.entries(FIELDS).every(([field, isOne]) => isOne(fields.get(field)));
}
