import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** InterNet-Lite as the app ships it, and what PyTorch answers with its weights. */
export const SHIPPED_LITE = fileURLToPath(
  new URL('../public/models/internet-lite.onnx', import.meta.url),
);
const CHECK = new URL('golden-lite/internet-lite.check.json', import.meta.url);

/** Tests of it are skipped in a checkout that has not got it yet, and say so in their names. */
export const hasShippedLite = existsSync(SHIPPED_LITE);

/** What `python -m lite.export --ship` writes beside the file (training/lite/export_check.py). */
export interface LiteCheck {
  /** Of the file it was made for, hex. */
  readonly sha256: string;
  readonly samples: readonly LiteSample[];
}

/** All lists flat, in InterHand2.6M's order. */
export interface LiteSample {
  readonly seed: number;
  readonly guess: {
    readonly joints: readonly (readonly [number, number, number])[];
    readonly relative_depth: number;
  } | null;
  readonly joints: readonly number[];
  readonly joint_score: readonly number[];
  readonly handedness: readonly number[];
  readonly relative_depth: readonly number[];
}

/** @throws Error of node:fs where a model was shipped without its check */
export function readLiteCheck(): LiteCheck {
  return JSON.parse(readFileSync(CHECK, 'utf8')) as LiteCheck;
}
