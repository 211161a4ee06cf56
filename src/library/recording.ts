/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Pose streams: written, read, replayed, exported (docs/format.md, docs/exports.md).
 *
 * @module handstream/recording
 */
import '../symbol-dispose.ts';

// Written.
export { poseStreamLines, type PoseStreamLinesOptions } from '../streams/pose-stream-lines.ts';
export { frameLine, headerLine } from '../recording/pose-stream-writer.ts';
export { recordFile, type RecordFileOptions, type RecordSummary } from '../record-file.ts';
export {
  openRecordEstimator,
  type RecordEstimator,
  type RecordModel,
} from '../record-estimator.ts';

// Read.
export {
  readPoseStream,
  type PoseStreamEntry,
  type PoseStreamReading,
} from '../recording/read-pose-stream.ts';
export { blobChunks, type BlobChunksOptions } from '../recording/blob-chunks.ts';
export {
  POSE_STREAM_VERSION,
  type PoseStreamDetails,
  type PoseStreamEstimator,
  type PoseStreamFrame,
  type PoseStreamHeader,
  type PoseStreamLine,
  type PoseStreamSmoothing,
  type PoseStreamSource,
} from '../recording/pose-stream.ts';
export { PoseStreamFailure, type PoseStreamProblem } from '../recording/pose-stream-problem.ts';

// Replayed.
export { RecordingFile } from '../streams/recording-file.ts';
export { FrameIndex } from '../streams/frame-index.ts';
export { replaySource, type ReplayOptions } from '../streams/replay.ts';
export { createReplayPipeline, type ReplayPipelineOptions } from '../streams/replay-pipeline.ts';
export type { ReplaySmoothing } from '../streams/replay-shown.ts';
export { resmoothedLines } from '../streams/resmoothed-lines.ts';

// Exported.
export {
  EXPORT_FORMATS,
  formatOfName,
  type ExportFormat,
  type ExportFormatId,
} from '../recording/export/export-formats.ts';
export { EXPORTERS } from '../recording/export/exporters.ts';
export type { PoseStreamExporter } from '../recording/export/pose-stream-exporter.ts';
