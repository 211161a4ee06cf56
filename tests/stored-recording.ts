import type { StoredRecording } from '../src/workers/recording-facts.ts';

/** A recording that was stopped, and that the user has no file of yet. */
export const STORED_RECORDING: StoredRecording = {
  id: 'a',
  createdAt: '2026-11-21T12:03:07.000Z',
  sourceName: 'synthetic hands',
  frames: 1020,
  durationMs: 34_900,
  bytes: 2_640_000,
  recovered: false,
  saved: 'no',
  videoBytes: 0,
  videoSaved: 'no',
};
