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

/** A recording that the browser keeps. */
export interface StoredRecording extends RecordingFacts {
  readonly id: string;
  /** Whether nobody stopped it: its tab or browser ended first. */
  readonly recovered: boolean;
  /** Whether the user was given it as a file. */
  readonly saved: boolean;
  /** Size of the video beside it; 0: there is none. */
  readonly videoBytes: number;
}

const TYPES = {
  id: 'string',
  createdAt: 'string',
  sourceName: 'string',
  frames: 'number',
  durationMs: 'number',
  bytes: 'number',
  recovered: 'boolean',
  saved: 'boolean',
  videoBytes: 'number',
} as const satisfies Record<keyof StoredRecording, string>;

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
  return Object.entries(TYPES).every(([field, type]) => typeof fields.get(field) === type);
}
