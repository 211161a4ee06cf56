import { exportBvh } from './bvh-export.ts';
import { exportCsv } from './csv-export.ts';
import type { ExportFormatId } from './export-formats.ts';
import { exportJson } from './json-export.ts';
import { exportMcap } from './mcap-export.ts';
import { exportMediaPipe } from './media-pipe-export.ts';
import { exportNdjson } from './ndjson-export.ts';
import type { PoseStreamExporter } from './pose-stream-exporter.ts';
import { exportWebXr } from './web-xr-export.ts';

/** What writes each format. Apart from the formats themselves, which menus name without loading this. */
export const EXPORTERS: Readonly<Record<ExportFormatId, PoseStreamExporter>> = {
  ndjson: exportNdjson,
  json: exportJson,
  csv: exportCsv,
  webxr: exportWebXr,
  mediapipe: exportMediaPipe,
  mcap: exportMcap,
  bvh: exportBvh,
};
