import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { MetricConvention } from '../../src/hands/metric-convention.ts';
import { writablePath } from '../write-whole-file.ts';

export const USAGE =
  'npm run evaluate -- --dataset interhand2.6m|stb|rhd --annotations DIR [--images DIR] ' +
  '(--model FILE.onnx | --predictions FILE.json) [--root-depth gt|FILE.json] ' +
  '[--convention official|mmpose] [--out FILE.json]';

export type DatasetName = 'interhand2.6m' | 'stb' | 'rhd';

export interface EvaluateArguments {
  readonly dataset: DatasetName;
  /** A folder, or one annotation file of STB or RHD. */
  readonly annotations: string;
  /** Folder that the pictures' names are relative to. */
  readonly images: string;
  /** What says where the hands are. */
  readonly from: { readonly model: string } | { readonly predictions: string };
  /** RootNet's file; null: ground truth. */
  readonly rootDepth: string | null;
  readonly convention: MetricConvention;
  readonly out: string | null;
}

/**
 * Rejects what cannot be done before anything is read. Paths become absolute.
 * @throws Error that says which argument is wrong
 */
export function readEvaluateArguments(args: readonly string[]): EvaluateArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dataset: { type: 'string' },
      annotations: { type: 'string' },
      images: { type: 'string' },
      model: { type: 'string' },
      predictions: { type: 'string' },
      'root-depth': { type: 'string', default: 'gt' },
      convention: { type: 'string', default: 'official' },
      out: { type: 'string' },
    },
  });
  const dataset = oneOf('dataset', values.dataset, ['interhand2.6m', 'stb', 'rhd']);
  const convention = oneOf('convention', values.convention, ['official', 'mmpose']);
  if (dataset !== 'interhand2.6m' && convention === 'mmpose') {
    throw new Error(`--convention mmpose: MMPose does not evaluate ${dataset}`);
  }
  if (!values.annotations) throw new Error(`--annotations is missing: ${USAGE}`);
  const annotations = existing(values.annotations);
  const out = values.out === undefined ? null : writablePath(values.out);
  return {
    dataset,
    convention,
    annotations,
    images: imagesFolder(values.images, annotations),
    from: readSource(values.model, values.predictions),
    rootDepth: values['root-depth'] === 'gt' ? null : existing(values['root-depth']),
    out,
  };
}

function readSource(
  model: string | undefined,
  predictions: string | undefined,
): EvaluateArguments['from'] {
  if (model !== undefined && predictions === undefined) return { model: existing(model) };
  if (predictions !== undefined && model === undefined) {
    return { predictions: existing(predictions) };
  }
  throw new Error(`either --model or --predictions is needed: ${USAGE}`);
}

/** Pictures lie beside the annotations unless said otherwise. */
function imagesFolder(images: string | undefined, annotations: string): string {
  if (images !== undefined) return existing(images);
  return annotations.endsWith('.json') ? dirname(annotations) : annotations;
}

function oneOf<Word extends string>(
  name: string,
  value: string | undefined,
  words: readonly Word[],
): Word {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const found = value === undefined ? 'is missing' : `${value} is not known`;
  throw new Error(`--${name} ${found}; there is: ${words.join(', ')}`);
}

function existing(path: string): string {
  if (!existsSync(path)) throw new Error(`${path}: no such file or folder`);
  return resolve(path);
}
