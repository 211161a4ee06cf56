import { sha256 as landmarkerSha256 } from 'virtual:hand-landmarker-task';
import { blobSource } from './models/byte-source.ts';
import { digestOf } from './models/file-digest.ts';
import { autoEstimator } from './streams/auto-estimator.ts';
import { internetEstimator } from './streams/internet-estimator.ts';
import { landmarkerEstimator } from './streams/landmarker-estimator.ts';
import type { PoseEstimator } from './streams/pose-estimator.ts';
import { openInternet, type OpenInternetOptions } from './workers/open-internet.ts';
import { fetchLite, LITE_NAME } from './workers/open-lite.ts';

/**
 * What finds the joints: InterNet-Lite and the detector's landmarks, each where it is better; either
 * alone; or a network of one's own (ONNX, docs/models.md).
 */
export type RecordModel = 'auto' | 'lite' | 'landmarker' | File;

/** What an estimator runs on; disposing it ends that. */
export interface RecordEstimator extends Disposable {
  /** A fresh one: each source wants its own. */
  readonly makeEstimator: () => PoseEstimator;
  /** Of the model file: the network's, or the landmarker's where there is none. */
  readonly sha256: string;
}

/** @throws InternetFailure */
export async function openRecordEstimator(
  model: RecordModel,
  backend: OpenInternetOptions['backend'] = 'auto',
): Promise<RecordEstimator> {
  if (model === 'landmarker') {
    return { makeEstimator: landmarkerEstimator, sha256: landmarkerSha256, [Symbol.dispose]() {} };
  }
  const [file, name] = model instanceof File ? [model, model.name] : [await fetchLite(), LITE_NAME];
  const sha256 = await digestOf(blobSource(file, name));
  const engine = await openInternet({ model: file, name, backend });
  const makeInternet = () => internetEstimator(engine, name);
  const makeAuto = () => autoEstimator({ internet: makeInternet(), onInternetLost });
  return {
    makeEstimator: model === 'auto' ? makeAuto : makeInternet,
    sha256,
    [Symbol.dispose]: () => engine[Symbol.dispose](),
  };
}

/** A recording is by what its header says, from its first frame to its last. */
function onInternetLost(failure: Error): never {
  throw failure;
}
