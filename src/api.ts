import './symbol-dispose.ts';
import { openRecordEstimator } from './record-estimator.ts';
import { recordFile } from './record-file.ts';
import { autoEstimator } from './streams/auto-estimator.ts';
import { cameraSource, listCameras } from './streams/camera.ts';
import { clipSource } from './streams/clip.ts';
import { fileSource } from './streams/file-source.ts';
import { internetEstimator } from './streams/internet-estimator.ts';
import { createHandPipeline } from './streams/pipeline.ts';
import { pictureSource } from './streams/picture.ts';
import { Playback } from './streams/playback.ts';
import { rawFramesSource } from './streams/raw-frames.ts';
import { RecordingFile } from './streams/recording-file.ts';
import { createReplayPipeline } from './streams/replay-pipeline.ts';
import { replaySource } from './streams/replay.ts';
import { resmoothedLines } from './streams/resmoothed-lines.ts';
import { syntheticSource } from './streams/synthetic.ts';
import { describeError } from './ui/describe-error.ts';
import { openDetector } from './workers/open-detector.ts';
import { openInternet } from './workers/open-internet.ts';
import { openLite } from './workers/open-lite.ts';

/** What pages and tests may build on: `window.handstream` of api.html (docs/api.md). */
export const handstream = {
  createHandPipeline,
  openDetector,
  openInternet,
  openLite,
  openRecordEstimator,
  internetEstimator,
  autoEstimator,
  cameraSource,
  clipSource,
  pictureSource,
  Playback,
  fileSource,
  rawFramesSource,
  syntheticSource,
  RecordingFile,
  replaySource,
  createReplayPipeline,
  resmoothedLines,
  listCameras,
  recordFile,
  describeError,
} as const;

declare global {
  interface Window {
    /** On api.html, once its script has run. */
    handstream?: typeof handstream;
  }
}

window.handstream = handstream;
