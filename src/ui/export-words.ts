import type { ExportFormatId } from '../recording/export/export-formats.ts';
import type { Saved } from '../workers/recording-facts.ts';

/** What each format is called, and whom it is for. */
export const EXPORT_WORDS: Readonly<Record<ExportFormatId, { name: string; about: string }>> = {
  ndjson: { name: 'NDJSON', about: 'The recording itself, one line a frame' },
  json: { name: 'JSON', about: 'The same as one object with a list of frames' },
  csv: { name: 'CSV', about: 'A table with a row for each joint, for pandas and R' },
  webxr: {
    name: 'WebXR hand joints',
    about: 'JSON: 25 joints a hand, in metres, with orientations',
  },
  mediapipe: { name: 'MediaPipe', about: 'JSON: landmarks shaped as a HandLandmarkerResult' },
  mcap: { name: 'MCAP', about: 'A log with the hands as a 3D scene, for robotics tools' },
  bvh: { name: 'BVH', about: 'An animated skeleton, for Blender and the like' },
};

/** What became of an export. */
export function exportedWords(name: string, saved: Exclude<Saved, 'no'>): string {
  return saved === 'yes' ? `${name} is saved.` : `${name} is downloaded: check that it is there.`;
}
