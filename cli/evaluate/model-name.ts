import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Estimators that come with the app: the detector's landmarks, InterNet-Lite, and both together. */
const BUNDLED = ['landmarker', 'lite', 'auto'] as const;

export function isBundled(model: string): model is (typeof BUNDLED)[number] {
  return BUNDLED.some((name) => name === model);
}

/**
 * What `--model` says: the name of a bundled estimator, or the path of an InterNet, made absolute.
 * @throws Error when it is neither
 */
export function readModelName(model: string): string {
  if (isBundled(model)) return model;
  if (existsSync(model)) return resolve(model);
  throw new Error(`--model ${model}: neither a file nor one of ${BUNDLED.join(', ')}`);
}
