import { jsonDocument } from './json-document.ts';
import type { PoseStreamExporter } from './pose-stream-exporter.ts';

/** The pose stream as one JSON object: its header with a `frames` list (docs/format.md). */
export const exportJson: PoseStreamExporter = (header, frames) =>
  jsonDocument(header, frames, (frame) => frame);
