import { exportBvh } from './bvh-export.ts';
import { exportCsv } from './csv-export.ts';
import { exportJson } from './json-export.ts';
import { exportMcap } from './mcap-export.ts';
import { exportMediaPipe } from './media-pipe-export.ts';
import { exportNdjson } from './ndjson-export.ts';
import type { PoseStreamExporter } from './pose-stream-exporter.ts';
import { exportWebXr } from './web-xr-export.ts';

/** One way to write a pose stream. */
export interface ExportFormat {
  readonly id: string;
  /** What its files' names end in. */
  readonly ending: string;
  readonly mediaType: string;
  readonly exporter: PoseStreamExporter;
}

/** All formats, the recording's own first (docs/exports.md). */
export const EXPORT_FORMATS = [
  {
    id: 'ndjson',
    ending: '.ndjson',
    mediaType: 'application/x-ndjson',
    exporter: exportNdjson,
  },
  { id: 'json', ending: '.json', mediaType: 'application/json', exporter: exportJson },
  { id: 'csv', ending: '.csv', mediaType: 'text/csv', exporter: exportCsv },
  { id: 'webxr', ending: '.webxr.json', mediaType: 'application/json', exporter: exportWebXr },
  {
    id: 'mediapipe',
    ending: '.mediapipe.json',
    mediaType: 'application/json',
    exporter: exportMediaPipe,
  },
  { id: 'mcap', ending: '.mcap', mediaType: 'application/octet-stream', exporter: exportMcap },
  { id: 'bvh', ending: '.bvh', mediaType: 'text/plain', exporter: exportBvh },
] as const satisfies readonly ExportFormat[];

/** The format whose ending a file's name has: of several, the longest. */
export function formatOfName(name: string): ExportFormat | null {
  const matching = EXPORT_FORMATS.filter(({ ending }) => name.toLowerCase().endsWith(ending));
  return matching.sort((a, b) => b.ending.length - a.ending.length)[0] ?? null;
}
