import './symbol-dispose.ts';
import { recordFile } from './record-file.ts';
import { cameraSource, listCameras } from './streams/camera.ts';
import { clipSource } from './streams/clip.ts';
import { fileSource } from './streams/file-source.ts';
import { internetEstimator } from './streams/internet-estimator.ts';
import { createHandPipeline } from './streams/pipeline.ts';
import { pictureSource } from './streams/picture.ts';
import { Playback } from './streams/playback.ts';
import { syntheticSource } from './streams/synthetic.ts';
import { describeError } from './ui/describe-error.ts';
import { openDetector } from './workers/open-detector.ts';
import { openInternet } from './workers/open-internet.ts';

/** What pages and tests may build on: `window.handstream` of api.html (docs/api.md). */
export const handstream = {
  createHandPipeline,
  openDetector,
  openInternet,
  internetEstimator,
  cameraSource,
  clipSource,
  pictureSource,
  Playback,
  fileSource,
  syntheticSource,
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
