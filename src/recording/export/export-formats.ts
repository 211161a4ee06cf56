/** One way to write a pose stream; EXPORTERS (exporters.ts) write them. */
export interface ExportFormat {
  readonly id: ExportFormatId;
  /** What its files' names end in. */
  readonly ending: string;
  readonly mediaType: string;
}

/** What each format is called. */
export type ExportFormatId = 'ndjson' | 'json' | 'csv' | 'webxr' | 'mediapipe' | 'mcap' | 'bvh';

/** All formats, the recording's own first (docs/exports.md). */
export const EXPORT_FORMATS = [
  { id: 'ndjson', ending: '.ndjson', mediaType: 'application/x-ndjson' },
  { id: 'json', ending: '.json', mediaType: 'application/json' },
  { id: 'csv', ending: '.csv', mediaType: 'text/csv' },
  { id: 'webxr', ending: '.webxr.json', mediaType: 'application/json' },
  { id: 'mediapipe', ending: '.mediapipe.json', mediaType: 'application/json' },
  { id: 'mcap', ending: '.mcap', mediaType: 'application/octet-stream' },
  { id: 'bvh', ending: '.bvh', mediaType: 'text/plain' },
] as const satisfies readonly ExportFormat[];

/** The format whose ending a file's name has: of several, the longest. */
export function formatOfName(name: string): ExportFormat | null {
  const matching = EXPORT_FORMATS.filter(({ ending }) => name.toLowerCase().endsWith(ending));
  return matching.sort((a, b) => b.ending.length - a.ending.length)[0] ?? null;
}
